"""Styled lines: what a format yields, before anyone knows whether colours are wanted."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TextIO

Style = str
"""A name of :data:`COLOURS`, or empty for plain text."""

COLOURS = {
    "error": "bold red",
    "warning": "bold yellow",
    "note": "bold cyan",
    "label": "cyan",
    "frame": "bold blue",
    "strong": "bold",
    "help": "bold green",
    "code": "",
}


@dataclass(frozen=True, slots=True)
class Piece:
    """Some text in one style."""

    text: str
    style: Style = ""


Line = tuple[Piece, ...]


def line(*pieces: Piece | str) -> Line:
    """A line of pieces; strings are plain."""
    return tuple(Piece(piece) if isinstance(piece, str) else piece for piece in pieces)


def plain(content: Line) -> str:
    """The text of a line, without spaces at its end."""
    return "".join(piece.text for piece in content).rstrip()


def wants_colour(stream: TextIO) -> bool:
    """Colours are for terminals, and for nobody who set NO_COLOR (https://no-color.org)."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return stream.isatty()


def write(lines: Iterable[Line], stream: TextIO, *, colour: bool) -> None:
    """Write lines to a stream, each as soon as it is there."""
    if not colour:
        for content in lines:
            stream.write(_encodable(plain(content), stream) + "\n")
        return
    from rich.console import Console
    from rich.text import Text

    console = Console(file=stream, highlight=False, soft_wrap=True, force_terminal=True)
    for content in lines:
        text = Text()
        for piece in content:
            text.append(_encodable(piece.text, stream), COLOURS.get(piece.style) or None)
        console.print(text)


def _encodable(text: str, stream: TextIO) -> str:
    """The text with escapes for what the stream's encoding doesn't have."""
    encoding = stream.encoding or sys.getdefaultencoding()
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return text.encode(encoding, "backslashreplace").decode(encoding)
    return text
