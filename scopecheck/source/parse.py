"""Parse a text as Python 3, and as Python 2 where that fails."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass

from scopecheck.source.model import Problem, split_lines
from scopecheck.source.python2 import TOO_LARGE, parse_python2
from scopecheck.source.python3 import Failure, parse_python3

_MAX_SEARCHED = 2000  # characters of a line

# What only Python 2 has, on the line that Python 3 stumbled on.
_PYTHON2_LINE = re.compile(
    r"""(?:^|[:;])\s*(?:print|exec)\s*[^\s(=.,:)\]]   # a print or exec statement
      | \bexcept\b[^:(]*,\s*\w+\s*:                   # except E, e:
      | \bexcept\s*\([^)]*\)\s*,                      # except (A, B), e:
      | \braise\s+[\w.]+\s*,                          # raise E, "message"
      | ` | <> | \b0\d+L?\b | \b\d+L\b | \b[uU][rR]["']
      | \blambda\s*\( | \bdef\s+\w+\s*\([^)]*\(       # tuple parameters
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Parsed:
    """A tree with original positions."""

    tree: ast.Module
    python2: bool


def parse(text: str) -> Parsed | Failure:
    """The tree of a text in either Python; else the error of the Python it looks like."""
    tree = parse_python3(text)
    if not isinstance(tree, Failure):
        return Parsed(tree, python2=False)
    if tree.too_deep or tree.message.startswith("not text"):
        return tree
    conversion = parse_python2(text)
    if not isinstance(conversion, Failure):
        return Parsed(conversion.tree, conversion.python2)
    return conversion if _is_python2_error(tree, conversion, text) else tree


def problem(failure: Failure, cell: int | None) -> Problem:
    """A failure as something to report."""
    return Problem(failure.message, failure.line, failure.column, cell)


def _is_python2_error(python3: Failure, python2: Failure, text: str) -> bool:
    """Whether the text is Python 2: that got further, past a line that only it has."""
    if python2.too_deep:
        return True
    lines = split_lines(text)
    further = (python2.line, python2.column) > (python3.line, python3.column)
    if not further and python2.message != TOO_LARGE:
        return False
    if "inconsistent use of tabs" in python3.message:
        return True
    stumbled = lines[python3.line - 1] if python3.line <= len(lines) else ""
    return bool(_PYTHON2_LINE.search(stumbled[:_MAX_SEARCHED]))
