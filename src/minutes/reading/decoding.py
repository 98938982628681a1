"""From bytes to clean text: the encoding is found, and what no page could carry is dropped at the door."""

from __future__ import annotations

import codecs
import re
import unicodedata

from minutes.errors import InputError, NotATranscript

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # begins with the mark of UTF-16, so it is asked first
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LINE_END = re.compile(r"\r{1,2}\n|\r|[\u2028\u2029]")  # CR CR LF: a text file written twice through Windows
_ANSI = re.compile(r"\x1b\[[0-9;?]{0,32}[@-~]")
_BAD = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff]"
)
_RUN = re.compile(r"\s{2,}|[^\S ]")
_BAD_ASCII = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_SPACED = re.compile("[\x0b\x0c\x85]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_MARKS = re.compile(
    "([\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{6})"
    "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+"
)
_UTF8_PAIR = re.compile(rb"[\xc2-\xf4][\x80-\xbf]")
_LATIN_LETTER = re.compile(rb"[A-Za-z\xc0-\xff][\xc0-\xff]|[\xc0-\xff][A-Za-z]")
_LATIN_SIGN = re.compile(rb"[\x80\x82\x84\x85\x91-\x97\x99\xa0\xa3\xa7\xa9\xab\xae\xb0\xb7\xbb\xbf]")
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_HIGH_RUN = re.compile(rb"[\x80-\xff]{2,4096}")
_COMMON_HAN = re.compile(rb"[\xb0-\xd7][\xa1-\xfe]|[\x80-\xff]{2}(?<=[\xa1-\xa3][\xa1-\xfe])")
_HIGH = re.compile(rb"[\x80-\xff]")


def decode(data: bytes, encoding: str | None = None) -> tuple[str, tuple[str, ...]]:
    """The text with clean characters and `\\n` at line ends, and what had to be guessed or mended."""
    text, remarks = _named(data, encoding) if encoding else _found(data)
    return clean(text), remarks


def squeezed(text: str) -> str:
    """The text with one space for each run of white space and none around it.

    Splitting at white space is quicker, but needs twenty times the memory of a long text.
    """
    if len(text) < 10_000:
        return " ".join(text.split())
    return _RUN.sub(" ", text).strip()


def clean(text: str) -> str:
    """The text without control characters, reordering marks and lone surrogates, in composed form."""
    if text.isascii() and text.isprintable():
        return text
    if text.isascii():
        text = _LINE_END.sub("\n", text) if "\r" in text else text
        text = _ANSI.sub("", text) if "\x1b" in text else text
        return _BAD_ASCII.sub("", text.replace("\x0b", " ").replace("\x0c", " "))
    text = _LINE_END.sub("\n", text)
    if "\x1b" in text:
        text = _ANSI.sub("", text)
    text = _BAD.sub("", _SPACED.sub(" ", text))
    text = _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text)
    return unicodedata.normalize("NFC", _MARKS.sub(r"\1", text))


def _named(data: bytes, encoding: str) -> tuple[str, tuple[str, ...]]:
    """The text in the encoding that the user named."""
    try:
        text = data.decode(encoding, "replace")
    except (LookupError, ValueError, UnicodeError):
        raise InputError(f"no encoding is called {encoding!r}", todo="name one such as utf-8 or cp1252") from None
    lost = text.count("\N{REPLACEMENT CHARACTER}")
    return text, (f"{lost} characters are not {encoding} and were replaced.",) if lost else ()


def _found(data: bytes) -> tuple[str, tuple[str, ...]]:
    """The text in the encoding that the bytes show."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            remarks = () if encoding == "utf-8" else (f"Read as {encoding.upper()}.",)
            return data[len(mark) :].decode(encoding, "replace"), remarks
    wide = _wide(data[:4096])
    if wide:
        return data.decode(wide, "replace"), (f"Read as {wide.upper()} without a byte order mark.",)
    try:
        return data.decode(), ()
    except UnicodeDecodeError:
        pass
    if len(_CONTROL.findall(data[:65536])) * 20 > len(data[:65536]):
        raise NotATranscript("binary data, not text", todo="export the transcript as .vtt, .txt or .docx")
    if _is_chinese(data):
        remark = "Read as GB18030 (Chinese), because it is not UTF-8; name the encoding if names look wrong."
        return data.decode("gb18030", "replace"), (remark,)
    if _is_utf8(data):
        text = data.decode("utf-8", "replace")
        count = text.count("\N{REPLACEMENT CHARACTER}")
        return text, (f"Read as UTF-8; {count} broken character{'' if count == 1 else 's'} replaced.",)
    remark = "Read as cp1252 (Western European), because it is not UTF-8; name the encoding if names look wrong."
    return data.decode("cp1252", "replace"), (remark,)


def _wide(head: bytes) -> str | None:
    """UTF-16 by its zero bytes: every second one, in text of the Latin alphabet."""
    odd, even = head[1::2].count(0), head[::2].count(0)
    if len(head) >= 4 and max(odd, even) * 3 >= len(head) and min(odd, even) * 10 <= max(odd, even):
        return "utf-16-le" if odd > even else "utf-16-be"
    return None


def _is_chinese(data: bytes) -> bool:
    """Whether bytes over 127 come in pairs, most of them of the common half of GB2312; no Western text does so."""
    runs = _HIGH_RUN.findall(data[:65536])
    pairs = sum(len(run) // 2 for run in runs)
    common = sum(len(_COMMON_HAN.findall(run)) for run in runs if len(run) % 2 == 0)
    return pairs >= 8 and common * 4 >= pairs * 3


def _is_utf8(data: bytes) -> bool:
    """Whether broken bytes are UTF-8 with some damage, and not an old Western encoding."""
    if data[-1:] in (b"\xc2", b"\xc3") and not _HIGH.search(data[:-1]):
        return True  # cut in the middle of the last character
    high = len(_HIGH.findall(data))
    pairs = len(_UTF8_PAIR.findall(data))
    latin = len(_LATIN_LETTER.findall(data)) + len(_LATIN_SIGN.findall(data))
    return pairs * 4 >= high or latin * 2 < high
