"""The review panel: findings as cards beside the words they rest on, in the browser of whoever goes over them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

import traitlets
from anywidget import AnyWidget
from IPython.display import display

from minutes.batch import fault
from minutes.errors import InputError, MinutesError
from minutes.model import Recap, Transcript
from minutes.notebook.panel.seen import seen, state
from minutes.notebook.panel.still import still
from minutes.reviewing import Marked, Review

_HERE = files(__name__)


class Panel(AnyWidget):
    """The panel of one review; the browser shows what stands here and sends what was decided.

    Beside it stands a copy without buttons, for wherever no program runs: an exported page, a notebook opened anew.
    """

    _esm = _HERE.joinpath("panel.js").read_text(encoding="utf-8")
    _css = _HERE.joinpath("panel.css").read_text(encoding="utf-8")
    turns: traitlets.List[Any] = traitlets.List().tag(sync=True)
    forms: traitlets.List[Any] = traitlets.List().tag(sync=True)
    state = traitlets.Dict().tag(sync=True)
    still = traitlets.Unicode().tag(sync=True)

    def __init__(self, review: Review) -> None:
        self._review, self._shown = review, False
        super().__init__(**seen(review), state=state(review, 0))
        self.still = f"minutes-{self.model_id}"
        self.on_msg(lambda _widget, content, _buffers: self.answer(content))

    @property
    def recap(self) -> Recap:
        """The minutes with all that was decided."""
        return self._review.recap

    @property
    def file(self) -> Path | None:
        """Where decisions are kept; None before the first."""
        return self._review.file if self._review.file.exists() else None

    @property
    def transcript(self) -> Transcript:
        """The meeting without what is withheld, under the names that were given."""
        return self._review.transcript

    def write(self, form: str = "docx") -> Path:
        """Writes the minutes beside the file of decisions as "docx", "md" or "html", and says where.

        A page that a person has changed since it was written stays as it is.

        Raises:
            OutputError: it cannot be written.
        """
        return self._review.write(form)

    def answer(self, message: Mapping[str, Any]) -> None:
        """Does what a message of the browser asks for, and shows what came of it or why nothing did."""
        said = wrong = ""
        try:
            said = self._done(message)
        except MinutesError as error:
            wrong = str(error)
        except Exception as bug:  # a panel that falls silent would leave its user guessing
            wrong = str(fault(bug))
        self.state = state(self._review, message.get("n", 0), said, wrong)
        if self._shown:
            _display({"text/html": still(self.still, self.state)}, display_id=self.still, update=True)

    def _done(self, message: Mapping[str, Any]) -> str:
        """What was done, in a sentence."""
        asked = str(message.get("do"))
        if asked == "export":
            return self._exported(str(message["as"]))
        if asked not in _DONE:
            raise InputError(f"the panel asked for {asked!r}, which is nothing", todo="run the cell again")
        told, done = _DONE[asked]
        names = self._names()
        done(self._review, message)
        if names != self._names():
            for trait, value in seen(self._review).items():
                self.set_trait(trait, value)
        return f"{told} Kept in {self._review.file.name}."

    def _exported(self, form: str) -> str:
        return self._review.write_veiled() if form == "veiled" else f"Written to {self._review.write(form).name}."

    def _names(self) -> object:
        return dict(self._review.corrections.names)

    def _ipython_display_(self) -> None:
        """The copy without buttons, which the panel hides, and the panel."""
        self._shown = True
        _display({"text/html": still(self.still, self.state)}, display_id=self.still)
        bundle, *_ = self._repr_mimebundle_() or ({},)
        _display({**bundle, "text/plain": "", "text/html": ""})  # nothing, where no panel can be


def _display(bundle: Mapping[str, Any], **more: Any) -> None:  # noqa: ANN401  # as IPython takes it
    """Shows what a page can be told in several formats."""
    display(bundle, raw=True, **more)  # type: ignore[no-untyped-call]  # IPython does not say what it takes


def _words(message: Mapping[str, Any]) -> list[Marked]:
    return [Marked(int(one["turn"]), str(one["text"]), int(one.get("start", 0))) for one in message["words"]]


_DONE: Mapping[str, tuple[str, Callable[[Review, Mapping[str, Any]], None]]] = {
    "keep": ("Accepted.", lambda review, told: review.keep(told["key"])),
    "drop": ("Rejected.", lambda review, told: review.drop(told["key"])),
    "restore": ("Put back.", lambda review, told: review.restore(told["key"])),
    "change": ("Changed.", lambda review, told: review.change(told["key"], told["fields"])),
    "add": ("Added.", lambda review, told: review.add(told["kind"], told["fields"], _words(told))),
    "undo": ("Undone.", lambda review, told: review.undo()),
}
"""What can be asked for, what is said when it is done, and how it is done."""
