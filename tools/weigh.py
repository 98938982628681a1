"""Fit the weights of the findings to annotated meetings: `python tools/weigh.py FOLDER... > weights.toml`.

Logistic regression with an L2 penalty, by Newton's method, one fit a kind (Hastie, Tibshirani and Friedman, The
Elements of Statistical Learning, 4.4). Challenges, advice, proposals and decisions are weighed by whole turns,
questions by each question that is asked, next steps by each sentence that may give somebody something to do. The bias
is shifted so that a sum above 0 is the best cut by F1 when each group of meetings is left out in its turn, and of cuts
that are as good within a hundredth the highest: precision before recall. What this gives on the groups left out is
written beside it.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from minutes.finding import prepare
from minutes.finding.meeting import Meeting
from minutes.finding.queries import queries
from minutes.model import Transcript, Turn

PENALTY = 3.0
NEAR = 0.01


class Row(NamedTuple):
    """What is weighed, of which group, and whether it is a finding."""

    group: str
    features: Mapping[str, float]
    found: bool


Gold = dict[str, Any]
Rows = Callable[[Meeting, Gold], Iterator[tuple[Mapping[str, float], bool]]]


def main() -> None:
    """Print the fitted weights as TOML."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    files = [file for folder in parser.parse_args().folders for file in sorted(folder.glob("*.json"))]
    read = [json.loads(file.read_text("utf-8")) for file in files]
    meetings = [(gold, _prepared(gold)) for gold in read]
    for kind, rows in KINDS.items():
        _print(kind, [Row(gold["group"], *row) for gold, meeting in meetings for row in rows(meeting, gold["gold"])])


def _prepared(gold: Gold) -> Meeting:
    said = tuple(
        Turn(speaker=t["speaker"], start=t.get("start"), end=t.get("end"), text=t["text"]) for t in gold["turns"]
    )
    return prepare(Transcript(date=gold["date"], turns=said))


def _print(kind: str, rows: list[Row]) -> None:
    names = ["bias", *sorted({name for row in rows for name in row.features} - {"bias"})]
    x = np.array([[row.features.get(name, 0.0) for name in names] for row in rows])
    y = np.array([float(row.found) for row in rows])
    cut, quality = left_out(x, y, np.array([row.group for row in rows]))
    weights = fit(x, y)
    weights[0] -= cut
    print(f"# {quality}")
    print(f"[weights.{kind}]")
    for name, weight in zip(names, weights, strict=True):
        if abs(weight) >= 0.05:
            print(f"{json.dumps(name) if '.' in name else name} = {weight:.2f}")
    print()


def _of(meeting: Meeting, turn: int) -> set[int]:
    """The annotated turns that a turn of the talk is made of."""
    return set(meeting.runs.parts[turn]) if meeting.runs.parts else {turn}


def _turns(key: str) -> Rows:
    def rows(meeting: Meeting, gold: Gold) -> Iterator[tuple[Mapping[str, float], bool]]:
        told = {turn for item in gold[key] for turn in item["turns"]}
        return ((features, bool(_of(meeting, turn) & told)) for turn, features in meeting.features.items())

    return rows


def _questions(meeting: Meeting, gold: Gold) -> Iterator[tuple[Mapping[str, float], bool]]:
    """A question is open where it is the first or second turn of an item, not where it is only left."""
    told = {turn for item in gold["questions"] for turn in item["turns"] if turn <= min(item["turns"]) + 1}
    for query in queries(meeting.scene):
        yield query.features, bool(_of(meeting, meeting.talk.sentences[query.sentence].turn) & told)


def _steps(meeting: Meeting, gold: Gold) -> Iterator[tuple[Mapping[str, float], bool]]:
    """A promise is a next step where its turn belongs to an item of the one who makes it."""
    for one in meeting.scene.candidates():
        turns = _of(meeting, meeting.talk.sentences[one.sentence].turn)
        open_ = one.kind in ("ask", "call", "group", "assign")
        refused = one.kind in ("ask", "call") and one.reply is not None and one.reply.how == "refused"
        told = any(
            turns & set(step["turns"]) and (open_ or not step["owners"] or set(one.who) & set(step["owners"]))
            for step in gold["next_steps"]
        )
        yield one.features, told and not refused


KINDS: dict[str, Rows] = {
    "challenge": _turns("challenges"),
    "advice": _turns("advice"),
    "proposal": _turns("proposals"),
    "decision": _turns("decisions"),
    "question": _questions,
    "next-step": _steps,
}


def fit(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Weights that make the annotations likeliest; the first feature is the bias and is not held back."""
    weights = np.zeros(x.shape[1])
    penalty = np.full(x.shape[1], PENALTY)
    penalty[0] = 0.01
    for _ in range(12):
        likely = 1 / (1 + np.exp(-np.clip(x @ weights, -30, 30)))
        curve = (x * (likely * (1 - likely))[:, None]).T @ x + np.diag(penalty)
        weights -= np.linalg.solve(curve, x.T @ (likely - y) + penalty * weights)
    return weights


def left_out(x: np.ndarray, y: np.ndarray, groups: np.ndarray) -> tuple[float, str]:
    """The best cut over sums that were computed for each group by weights fitted to the others, and its quality."""
    sums = np.zeros(len(y))
    for group in sorted(set(groups)):
        out = groups == group
        sums[out] = x[out] @ fit(x[~out], y[~out])
    rated = {float(cut): f1(sums > cut, y > 0) for cut in np.arange(-4, 2, 0.1)}
    best = max(rated.values())
    cut = max(cut for cut, quality in rated.items() if quality >= best - NEAR)
    found = sums > cut
    hits = float((found & (y > 0)).sum())
    precision, recall = hits / max(1, found.sum()), hits / max(1, y.sum())
    quality = f"precision {precision:.2f}, recall {recall:.2f}, F1 {rated[cut]:.2f}"
    return cut, f"groups left out in turn: {quality}"


def f1(found: np.ndarray, true: np.ndarray) -> float:
    """Harmonic mean of precision and recall."""
    both = float(found.sum() + true.sum())
    return 2 * float((found & true).sum()) / both if both else 0.0


if __name__ == "__main__":
    main()
