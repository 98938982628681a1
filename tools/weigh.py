"""Fit the weights of turn features to annotated meetings: `python tools/weigh.py FOLDER... > weights.toml`.

Logistic regression with an L2 penalty, by Newton's method, one fit a kind (Hastie, Tibshirani and Friedman, The
Elements of Statistical Learning, 4.4). The bias is shifted so that a sum above 0 is the best cut by turn-F1 when each
group of meetings is left out in its turn; what this gives on the groups left out is written beside it.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np

from minutes.finding import prepare
from minutes.model import Transcript, Turn

KINDS = {"challenge": "challenges", "advice": "advice", "proposal": "proposals", "decision": "decisions"}
PENALTY = 3.0


def main() -> None:
    """Print the fitted weights as TOML."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    rows = [
        row for folder in parser.parse_args().folders for file in sorted(folder.glob("*.json")) for row in turns(file)
    ]
    names = list(rows[0][1])
    x = np.array([[features[name] for name in names] for _, features, _ in rows])
    groups = np.array([group for group, _, _ in rows])
    for kind, key in KINDS.items():
        y = np.array([float(key in kinds) for _, _, kinds in rows])
        cut, quality = left_out(x, y, groups)
        weights = fit(x, y)
        weights[names.index("bias")] -= cut
        print(f"# {quality}")
        print(f"[weights.{kind}]")
        for name, weight in zip(names, weights, strict=True):
            if abs(weight) >= 0.05:
                print(f"{name} = {weight:.2f}")
        print()


def turns(file: Path) -> list[tuple[str, dict[str, float], set[str]]]:
    """For each turn: its group, its features, and the kinds whose items rest on it."""
    meeting = json.loads(file.read_text("utf-8"))
    said = tuple(
        Turn(speaker=t["speaker"], start=t.get("start"), end=t.get("end"), text=t["text"]) for t in meeting["turns"]
    )
    prepared = prepare(Transcript(date=meeting["date"], turns=said))
    kinds = {key: {turn for item in meeting["gold"][key] for turn in item["turns"]} for key in KINDS.values()}
    return [
        (meeting["group"], features, {key for key in kinds if turn in kinds[key]})
        for turn, features in prepared.features.items()
    ]


def fit(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Weights that make the annotated turns likeliest; the first feature is the bias and is not held back."""
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
    best = max((f1(sums > cut, y > 0), -cut) for cut in np.arange(-4, 2, 0.1))
    cut = -best[1]
    found = sums > cut
    hits = float((found & (y > 0)).sum())
    precision, recall = hits / max(1, found.sum()), hits / max(1, y.sum())
    quality = f"precision {precision:.2f}, recall {recall:.2f}, F1 {best[0]:.2f} of turns"
    return cut, f"groups left out in turn: {quality}"


def f1(found: np.ndarray, true: np.ndarray) -> float:
    """Harmonic mean of precision and recall."""
    both = float(found.sum() + true.sum())
    return 2 * float((found & true).sum()) / both if both else 0.0


if __name__ == "__main__":
    main()
