"""Makes labels.json: what is wrong with which program, where, and what TensorFlow does.

    python benchmarks/sharing-bugs/labels.py

Cause, file, line and variable are the comments of the fixtures; the error, the program's own
lines on the way to it and the place where the variable was first made are TensorFlow's, as
measure.py wrote them down. A program that wasn't measured as it stands, or of which TensorFlow
and the comments disagree, is left out and named.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from measure import digest, load, name_of, told, verify

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
LABELS = HERE / "labels.json"
KERAS = ROOT / "tests" / "data" / "keras_fixtures.json"
CAUSES = {
    "SCO101": "reuse-collision",
    "SCO102": "reuse-missing",
    "SCO103": "reuse-of-plain-variable",
    "SCO104": "shape-mismatch",
    "SCO105": "dtype-mismatch",
    "SCO106": "shape-undefined",
    "SCO107": "slots-under-reuse",
    "SCO108": "invalid-argument",
    "SCO201": "name-scope-ignored",
    "SCO202": "silent-non-sharing",
    "SCO203": "accidental-sharing",
    "SCO204": "reuse-left-on",
    "SCO205": "eager-never-shares",
    "SCO301": "var-list-too-short",
    "SCO302": "var-list-too-long",
    "SCO303": "var-list-absent",
    "SCO304": "update-ops-missing",
    "SCO401": "keras-trainable-order",
    "SCO501": "graph-growth",
    "SCO502": "rerun-hazard",
}
ALIKE = 2 / 3  # the share of common lines from which on two programs count as a pair

Label = dict[str, Any]


def labels() -> tuple[list[Label], list[str]]:
    """A label for each program that can have one, and the names of the others."""
    kept, steps = load(), keras_steps()
    fixtures = {name_of(one): one for one in verify.fixtures()}
    good = {name: one for name, one in fixtures.items() if agrees(one, kept.get(name))}
    right = {name: one for name, one in good.items() if not one.expectations}
    made = [
        label(name, one, kept[name], steps) | {"counterpart": counterpart(name, one, right)}
        for name, one in sorted(good.items())
    ]
    return made, sorted(set(fixtures) - set(good))


def agrees(fixture: Any, measured: Label | None) -> bool:
    """Whether TensorFlow saw this text, and what its comments say."""
    return (
        measured is not None
        and measured["digest"] == digest(fixture)
        and not measured["problems"]
        and all(one["met"] for one in measured["found"])
    )


def label(name: str, fixture: Any, measured: Label, steps: dict[str, Label]) -> Label:
    """The line of one program, up to its counterpart."""
    return {
        "program": name,
        "label": "wrong" if fixture.expectations else "right",
        "files": [relative(path) for path in fixture.files],
        "needs": fixture.needs,
        "tensorflow": measured["tensorflow"],
        "python": measured["python"],
        "arguments": fixture.runs,
        "calls": [expression for _, expression in fixture.calls],
        "keras_steps": steps.get(name),
        "bugs": [
            bug(fixture, *pair)
            for pair in zip(fixture.expectations, measured["found"], strict=True)
        ],
    }


def bug(fixture: Any, expectation: Any, measured: Label) -> Label:
    """One labelled place: the comment, and what TensorFlow did there."""
    file, cell, line = told((expectation.path, expectation.cell, expectation.line))
    met = measured["met"]
    text = fixture.text[(expectation.path, expectation.cell)]
    first, last = next(
        ((one, other) for one, other in verify.spans(text) if one <= line <= other), (line, line)
    )
    return {
        "cause": CAUSES[expectation.code],
        "variable": expectation.variable,
        "file": file,
        "cell": cell,
        "line": line,
        "statement": [first, last],
        "first_made": met["made"],
        "way": met.get("way", []),
        "error": {key: met[key] for key in ("type", "message")} if "type" in met else None,
    }


def counterpart(name: str, fixture: Any, right: dict[str, Any]) -> str | None:
    """The right program of the same seed or the same file name, or one with mostly its lines."""
    if not fixture.expectations:
        return None
    folder, last = name.rpartition("/")[::2]
    if name.startswith("seeds/"):
        family = {one: right[one] for one in right if one.startswith(folder + "/")}
        return most_alike(fixture, family)[1]
    share, other = most_alike(fixture, right)
    named = [one for one in right if one.rpartition("/")[2] == last]
    if named:
        return named[0]
    return other if share >= ALIKE else None


def most_alike(fixture: Any, right: dict[str, Any]) -> tuple[float, str | None]:
    """The program with the largest share of common lines, and that share."""
    mine = rows(fixture)
    shares = [(common(mine, rows(one)), name) for name, one in sorted(right.items())]
    return max(shares, key=lambda one: one[0], default=(0.0, None))


@cache
def rows(fixture: Any) -> Counter[str]:
    """The lines of a program that say something, without their comments."""
    texts: Iterable[str] = fixture.text.values()
    found = (row.partition("#")[0].strip() for text in texts for row in text.split("\n"))
    return Counter(row for row in found if row and not row.startswith(("import ", "from ")))


def common(one: Counter[str], other: Counter[str]) -> float:
    """The share of the lines of both that are in both."""
    return 2 * (one & other).total() / ((one.total() + other.total()) or 1)


def keras_steps() -> dict[str, Label]:
    """How many layers each training step changes, by Keras version, as recorded for the tests."""
    steps: dict[str, Label] = {}
    for version, programs in json.loads(KERAS.read_text(encoding="utf-8")).items():
        for name, found in programs.items():
            steps.setdefault(name.removeprefix("fixtures/"), {})[version] = found["steps"]
    return steps


def relative(path: str) -> str:
    """A file, relative to fixtures/."""
    return str(told((path, None, 0))[0])


def lines(made: Iterable[Label]) -> Iterator[str]:
    """A line of JSON for each program."""
    return (json.dumps(one, sort_keys=True) for one in made)


def main() -> None:
    """Writes the file and says what is in it."""
    made, left_out = labels()
    LABELS.write_text("[\n" + ",\n".join(lines(made)) + "\n]\n", encoding="utf-8")
    bugs = [bug for one in made for bug in one["bugs"]]
    wrong = sum(bool(one["bugs"]) for one in made)
    raised = sum(one["error"] is not None for one in bugs)
    paired = sum(one["counterpart"] is not None for one in made)
    print(
        f"{wrong} wrong programs with {len(bugs)} bugs ({raised} raise, {len(bugs) - raised} run "
        f"silently), {paired} with a right counterpart; {len(made) - wrong} right programs"
    )
    for name in left_out:
        print(f"left out, not measured as it stands: {name}")


if __name__ == "__main__":
    main()
