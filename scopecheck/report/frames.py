"""Code frames: source lines with their numbers and labelled spans under them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from scopecheck.report.columns import spread, underline
from scopecheck.report.result import Lines
from scopecheck.report.style import Line, Piece, line
from scopecheck.trace import Site

LIMIT = 160
"""Longer source lines are cut: they are generated, or data."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A span to underline, its label and whether it is what the finding is about."""

    site: Site
    text: str
    primary: bool


@dataclass(frozen=True, slots=True)
class Gutter:
    """The left margin, as wide as the largest line number of a finding."""

    width: int

    def empty(self) -> Piece:
        return Piece(" " * self.width + " |", "frame")

    def number(self, value: int) -> Piece:
        return Piece(f"{value:>{self.width}} |", "frame")

    def arrow(self, where: str) -> Line:
        return line(Piece(" " * self.width + "--> ", "frame"), where)

    def other(self, where: str) -> Line:
        return line(Piece(" " * self.width + "::: ", "frame"), where)

    def gap(self) -> Piece:
        return Piece("." * 3, "frame")


def gutter(sites: Iterable[Site]) -> Gutter:
    """The margin that fits the line numbers of these sites."""
    return Gutter(max(len(str(site.line)) for site in sites))


def frames(marks: Sequence[Mark], lines: Lines, margin: Gutter, severity: str) -> Iterator[Line]:
    """The marked lines of each file or cell; the primary mark's place comes first."""
    for group in _by_place(marks):
        first = group[0].site
        yield margin.arrow(first.where()) if group[0].primary else margin.other(first.where())
        source = lines(first)
        yield line(margin.empty())
        previous: int | None = None
        for number in sorted({mark.site.line for mark in group}):
            if previous is not None:
                yield from _between(previous, number, source, margin)
            yield from _numbered(number, source, margin)
            here = [mark for mark in group if mark.site.line == number]
            yield from _marked(here, _text(number, source), margin, severity)
            previous = number
        yield line(margin.empty())


def _by_place(marks: Sequence[Mark]) -> list[list[Mark]]:
    places: dict[tuple[str, int | None], list[Mark]] = {}
    for mark in sorted(marks, key=lambda mark: not mark.primary):
        places.setdefault((mark.site.file, mark.site.cell), []).append(mark)
    return list(places.values())


def _between(last: int, number: int, source: Sequence[str], margin: Gutter) -> Iterator[Line]:
    if number == last + 2:
        yield from _numbered(last + 1, source, margin)
    elif number > last + 2:
        yield line(margin.gap())


def _text(number: int, source: Sequence[str]) -> str:
    return source[number - 1] if 0 < number <= len(source) else ""


def _numbered(number: int, source: Sequence[str], margin: Gutter) -> Iterator[Line]:
    shown, _ = spread(_text(number, source)[:LIMIT])
    yield line(margin.number(number), " ", Piece(shown.rstrip(), "code"))


def _marked(marks: Sequence[Mark], text: str, margin: Gutter, severity: str) -> Iterator[Line]:
    """One underline for each span, with the labels of all marks that share it."""
    spans: dict[tuple[int, int], list[Mark]] = {}
    for mark in sorted(marks, key=lambda mark: (not mark.primary, mark.site.column)):
        end = mark.site.end_column if mark.site.end_line == mark.site.line else None
        spans.setdefault(underline(text[:LIMIT], mark.site.column, end), []).append(mark)
    for (start, size), sharing in spans.items():
        primary = any(mark.primary for mark in sharing)
        style = severity if primary else "label"
        texts = list(dict.fromkeys(mark.text for mark in sharing if mark.text))
        rule = ("^" if primary else "-") * size
        head = f"{rule} {texts[0]}" if texts else rule
        yield line(margin.empty(), " " * (start + 1), Piece(head, style))
        for more in texts[1:]:
            yield line(margin.empty(), " " * (start + size + 2), Piece(more, style))
