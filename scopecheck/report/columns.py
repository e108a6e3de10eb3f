"""Where a character of a source line stands on a terminal."""

from __future__ import annotations

import unicodedata

TAB = 4


def width(character: str) -> int:
    """How many columns a character takes, tabs apart."""
    if unicodedata.combining(character) or unicodedata.category(character) in ("Cf", "Me", "Mn"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def spread(text: str) -> tuple[str, list[int]]:
    """The text with tabs as spaces, and the column at which each character begins.

    One more column than characters: the last one is the line's end. Control characters are
    shown as ``?``, so that a file cannot steer the terminal.
    """
    if text.isascii() and text.isprintable():
        return text, list(range(len(text) + 1))
    shown: list[str] = []
    starts = [0]
    for character in text:
        if character == "\t":
            character, size = " " * TAB, TAB
        elif unicodedata.category(character) in ("Cc", "Cf"):
            character, size = "?", 1
        else:
            size = width(character)
        shown.append(character)
        starts.append(starts[-1] + size)
    return "".join(shown), starts


def underline(text: str, column: int, end_column: int | None) -> tuple[int, int]:
    """The first display column of a span and its width; at least one column wide.

    column and end_column count characters from 1, the end exclusive; None: to the line's end.
    """
    _, starts = spread(text)
    last = len(starts) - 1
    begin = min(max(column - 1, 0), last)
    end = last if end_column is None else min(max(end_column - 1, 0), last)
    return starts[begin], max(1, starts[max(end, begin)] - starts[begin])
