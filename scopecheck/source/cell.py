"""Parse one notebook cell as IPython would run it."""

from __future__ import annotations

import re

from scopecheck.source.magics import strip_magics
from scopecheck.source.model import split_lines
from scopecheck.source.parse import Parsed, parse
from scopecheck.source.positions import Piece, PositionMap, Span
from scopecheck.source.python3 import Failure, parse_python3

_FIRST_INDENT = re.compile(r"\s*^([ \t]+)\S", re.MULTILINE)


def parse_cell(text: str) -> Parsed | Failure | None:
    """The cell as it is, else without its magics; None where it holds no Python."""
    tree = parse_python3(text)
    if not isinstance(tree, Failure):
        return Parsed(tree, python2=False)
    if tree.too_deep or tree.message.startswith("not text"):
        return tree
    python = strip_magics(text)
    if python is None:
        return None
    indent = _FIRST_INDENT.match(python)
    return _parse_indented(python, indent[1]) if indent else parse(python)


def _parse_indented(text: str, indent: str) -> Parsed | Failure:
    """Without the indentation of the first line, which IPython takes from every line."""
    lines = split_lines(text)
    parsed = parse("\n".join(line.removeprefix(indent) for line in lines) + "\n")
    if isinstance(parsed, Failure):
        known = parsed.line <= len(lines) and lines[parsed.line - 1].startswith(indent)
        shift = len(indent) if known else 0
        return Failure(parsed.message, parsed.line, parsed.column + shift)
    PositionMap([_piece(number, line, indent) for number, line in enumerate(lines, 1)]).correct(
        parsed.tree
    )
    return parsed


def _piece(number: int, line: str, indent: str) -> Piece:
    size = len(line.encode("utf-8", "replace"))
    shift = len(indent) if line.startswith(indent) else 0
    return Piece(Span((number, 0), (number, size - shift)), Span((number, shift), (number, size)))
