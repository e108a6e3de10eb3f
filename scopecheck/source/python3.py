"""Parse a text as the Python that runs this program."""

from __future__ import annotations

import ast
import warnings
from dataclasses import dataclass

TOO_DEEP = "too deeply nested to be parsed"

_DEPTH_ERRORS = ("too many nested parentheses", "too many levels of indentation")


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a text does not parse; line and column (in characters) count from 1."""

    message: str
    line: int
    column: int

    @property
    def too_deep(self) -> bool:
        """Whether another grammar cannot help."""
        return self.message == TOO_DEEP


def parse_python3(text: str) -> ast.Module | Failure:
    """The tree of a text, or where and why there is none; prints and raises nothing."""
    flags = ast.PyCF_ONLY_AST | ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = compile(text, "<source>", "exec", flags, dont_inherit=True)
    except SyntaxError as error:
        return _unparsable(text, error) if "\0" in text else _failure(error)
    except (RecursionError, MemoryError):
        return Failure(TOO_DEEP, 1, 1)
    except (ValueError, OverflowError) as error:
        return _unparsable(text, error)
    assert isinstance(tree, ast.Module)
    return tree


def _failure(error: SyntaxError) -> Failure:
    line, column = max(error.lineno or 1, 1), max(error.offset or 1, 1)
    message = " ".join(error.msg.split())
    if message in _DEPTH_ERRORS:
        message = TOO_DEEP
    elif not message.startswith("invalid syntax"):
        message = f"invalid syntax: {message}"
    return Failure(message, line, column)


def _unparsable(text: str, error: Exception) -> Failure:
    """A text that is none: it holds a NUL or half a surrogate pair."""
    for offset, character in enumerate(text):
        if character == "\0" or "\ud800" <= character <= "\udfff":
            before = text[:offset]
            line = before.count("\n") + 1
            column = offset - before.rfind("\n")
            return Failure(f"not text: character {character!a}", line, column)
    return Failure(f"invalid syntax: {' '.join(str(error).split())}", 1, 1)
