"""What a tool's findings are worth: which labelled bugs they are, and which are noise.

A finding is a detection only where it tells wrong from right. Two rules, for every tool alike:

- The same code on the same line of text in a right program judges the text, not the bug: it
  isn't counted.
- Each labelled statement has look-alikes: the lines of the right programs that call a function
  that the statement calls. A code counts if it is given on the labelled statements at least
  twice as often as on a look-alike drawn at random; a code that every call to `get_variable`
  gets, or every long line, finds nothing.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

Place = tuple[str, int | None, int]
Unit = tuple[str, int | None]
Texts = dict[Unit, list[str]]

TWICE = 2.0
_CALLED = re.compile(r"(\w+)\s*\(")
_ATTRIBUTE = re.compile(r"\.(\w+)")
_HEAD = re.compile(r"\s*(def|class)\b")
_KEYWORDS = frozenset("and assert elif for if in is lambda not or print return while yield".split())


@dataclass(frozen=True)
class Finding:
    """What a tool said of a line; `cell` is the 0-based index of a notebook's cell."""

    file: str
    cell: int | None
    line: int
    code: str

    @property
    def place(self) -> Place:
        """Where it points."""
        return self.file, self.cell, self.line


@dataclass(frozen=True)
class Bug:
    """A labelled place, and the other lines that are right answers too."""

    cause: str
    raises: bool
    statement: frozenset[Place]
    labelled: frozenset[Place]


@dataclass(frozen=True)
class Score:
    """Which bugs a tool found, and how many right programs it raised an alarm in."""

    findings: int
    codes: dict[str, int]
    bugs: tuple[Bug, ...]
    at_line: frozenset[int]
    on_labelled: frozenset[int]
    alarmed: frozenset[str]
    alarmed_by_any: frozenset[str]
    right: int

    def by_cause(self) -> dict[str, tuple[int, int]]:
        """For each cause how many bugs there are, and how many were found at their line."""
        every = Counter(bug.cause for bug in self.bugs)
        found = Counter(self.bugs[index].cause for index in self.at_line)
        return {cause: (number, found[cause]) for cause, number in sorted(every.items())}


def bugs_of(labels: Iterable[dict[str, Any]]) -> tuple[Bug, ...]:
    """The labelled places of all programs, in order."""
    return tuple(_bug(one) for label in labels for one in label["bugs"])


def _bug(one: dict[str, Any]) -> Bug:
    first, last = one["statement"]
    statement = frozenset((one["file"], one["cell"], line) for line in range(first, last + 1))
    others = [*one["way"], *([one["first_made"]] if one["first_made"] else [])]
    return Bug(
        one["cause"],
        one["error"] is not None,
        statement,
        statement | {(file, cell, line) for file, cell, line in others},
    )


def score(labels: list[dict[str, Any]], texts: Texts, findings: Iterable[Finding]) -> Score:
    """Counts the findings of one tool."""
    program = {file: label["program"] for label in labels for file in label["files"]}
    right = {label["program"] for label in labels if label["label"] == "right"}
    said = [one for one in findings if one.file in program]
    bugs = bugs_of(labels)
    good = {unit: lines for unit, lines in texts.items() if program[unit[0]] in right}
    given: defaultdict[Place, set[str]] = defaultdict(set)
    for one in said:
        given[one.place].add(one.code)
    usual = {
        (code, _text(texts, place))
        for place, codes in given.items()
        if program[place[0]] in right
        for code in codes
    }
    telling = {
        place: {code for code in codes if (code, _text(texts, place)) not in usual}
        for place, codes in given.items()
    }
    counted = set(_counted(bugs, good, texts, given, telling))

    def hits(places: frozenset[Place]) -> set[str]:
        return {code for place in places for code in telling.get(place, ())} & counted

    at_line = {index for index, bug in enumerate(bugs) if hits(bug.statement)}
    alarms = [one for one in said if program[one.file] in right]
    return Score(
        findings=len(said),
        codes=dict(Counter(code for bug in bugs for code in hits(bug.statement)).most_common()),
        bugs=bugs,
        at_line=frozenset(at_line),
        on_labelled=frozenset(i for i, bug in enumerate(bugs) if hits(bug.labelled)),
        alarmed=frozenset(program[one.file] for one in alarms if one.code in counted),
        alarmed_by_any=frozenset(program[one.file] for one in alarms),
        right=len(right),
    )


def _counted(
    bugs: tuple[Bug, ...],
    good: Texts,
    texts: Texts,
    given: dict[Place, set[str]],
    telling: dict[Place, set[str]],
) -> Iterator[str]:
    """The codes that are given on labelled statements much more often than on look-alikes."""
    calls = _calls(good)
    expected: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for bug in bugs:
        found.update({code for place in bug.statement for code in telling.get(place, ())})
        alike = {one for word in _words(bug, texts) for one in calls.get(word, ())}
        for place in alike:
            for code in given.get(place, ()):
                expected[code] += 1 / len(alike)  # type: ignore[assignment]
    return (code for code, number in found.items() if number >= TWICE * expected[code])


def _calls(good: Texts) -> dict[str, set[Place]]:
    """The lines of the right programs by what they call."""
    found: defaultdict[str, set[Place]] = defaultdict(set)
    for (file, cell), lines in good.items():
        for number, text in enumerate(lines, start=1):
            for word in () if _HEAD.match(text) else _named(text):
                found[word].add((file, cell, number))
    return found


def _words(bug: Bug, texts: Texts) -> set[str]:
    """What a labelled statement calls; where it calls nothing, the attributes it names."""
    lines = [_text(texts, place) for place in bug.statement]
    called = {word for text in lines for word in _CALLED.findall(text)} - _KEYWORDS
    return called or {word for text in lines for word in _ATTRIBUTE.findall(text)}


def _named(text: str) -> set[str]:
    return {*_CALLED.findall(text), *_ATTRIBUTE.findall(text)} - _KEYWORDS


def _text(texts: Texts, place: Place) -> str:
    """The text of a line, without the space around it; empty where there is none."""
    file, cell, line = place
    lines = texts.get((file, cell), [])
    return lines[line - 1].strip() if 0 < line <= len(lines) else ""
