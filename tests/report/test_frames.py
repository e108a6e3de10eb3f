"""Code frames: spans, tabs, wide characters, several files, lines that are gone."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from scopecheck.report.columns import spread, underline
from scopecheck.report.frames import Mark, frames, gutter
from scopecheck.report.style import plain
from scopecheck.trace import Site


def framed(source: str, *marks: Mark) -> list[str]:
    def lines(site: Site) -> Sequence[str]:
        return source.split("\n")

    margin = gutter([mark.site for mark in marks])
    return [plain(line) for line in frames(marks, lines, margin, "error")]


def mark(line: int, column: int, end: int, text: str = "", end_line: int | None = None) -> Mark:
    site = Site("a.py", line, column, end_line or line, end)
    return Mark(site, text, primary=not text)


@pytest.mark.parametrize(
    ("text", "column", "end", "expected"),
    [
        ("abc", 2, 3, (1, 1)),
        ("\tabc", 2, 5, (4, 3)),
        ("网络 x", 1, 3, (0, 4)),
        ("é x", 3, 4, (2, 1)),
        ("e\u0301 x", 4, 5, (2, 1)),
        ("abc", 3, None, (2, 1)),
        ("abc", 9, 12, (3, 1)),
        ("", 1, 1, (0, 1)),
    ],
)
def test_underline(text: str, column: int, end: int | None, expected: tuple[int, int]) -> None:
    assert underline(text, column, end) == expected


def test_control_characters_are_not_sent_to_the_terminal() -> None:
    assert spread("a\x1b[2Jb\u202e")[0] == "a?[2Jb?"


def test_two_spans_on_one_line() -> None:
    assert framed("f(g(x))", mark(1, 1, 8), mark(1, 3, 7, "inner")) == [
        " --> a.py:1:1",
        "  |",
        "1 | f(g(x))",
        "  | ^^^^^^^",
        "  |   ---- inner",
        "  |",
    ]


def test_a_span_over_several_lines_is_underlined_to_the_end_of_the_first() -> None:
    assert framed("f(\n  x)", mark(1, 1, 5, end_line=2))[3] == "  | ^^"


def test_a_gap_of_one_line_is_shown_and_a_larger_one_is_not() -> None:
    source = "\n".join("abcdefgh")
    near = framed(source, mark(1, 1, 2), mark(3, 1, 2, "near"))
    far = framed(source, mark(1, 1, 2), mark(8, 1, 2, "far"))
    assert "2 | b" in near
    assert "..." in far


def test_a_line_that_is_gone_is_empty() -> None:
    assert framed("x", mark(9, 1, 2))[2:4] == ["9 |", "  | ^"]


def test_labels_that_say_the_same_of_one_span_are_one() -> None:
    first, same = mark(1, 1, 2, "made here"), mark(1, 1, 2, "made here")
    assert framed("x = f()", mark(1, 5, 8), first, same, mark(1, 1, 2, "read here"))[3:] == [
        "  |     ^^^",
        "  | - made here",
        "  |   read here",
        "  |",
    ]


def test_a_very_long_line_is_cut() -> None:
    assert max(len(line) for line in framed("x" * 10_000, mark(1, 1, 9000))) < 200
