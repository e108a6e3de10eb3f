"""A tolerant scan of lines: where statements begin, and where comments are.

It needs no valid Python: `tokenize` refuses Python 2 and notebook cells with magics, and which
line of such a text is code must be known before it can be made valid.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

_TOKEN = re.compile(
    r"""(?P<comment>\#.*)
      | (?P<triple>\"{3}|'{3})
      | (?P<string>"(?:[^"\\]|\\.)*"? | '(?:[^'\\]|\\.)*'?)
      | (?P<open>[(\[{])
      | (?P<close>[)\]}])
      | (?P<joined>\\$)
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line: whether a statement may begin on it, and the column of its comment from 0."""

    text: str
    begins: bool
    comment: int | None

    @property
    def blank(self) -> bool:
        """Whether nothing but a comment stands on the line."""
        return not self.text[: self.comment].strip() and self.begins


def scan(
    lines: Sequence[str], is_foreign: Callable[[str], bool] = lambda text: False
) -> Iterator[Line]:
    """Every line in order; a foreign line is no Python, so its quotes and brackets say nothing."""
    depth, quote, joined = 0, "", False
    for text in lines:
        begins = not (depth or quote or joined)
        if begins and is_foreign(text):
            yield Line(text, begins, None)
            continue
        comment, joined, at = None, False, 0
        while at < len(text):
            if quote:
                at, quote = _after_triple(text, at, quote)
                continue
            if (match := _TOKEN.search(text, at)) is None:
                break
            at = match.end()
            if match["comment"] is not None:
                comment = match.start()
            elif match["triple"] is not None:
                quote = match["triple"]
            elif match["open"] is not None:
                depth += 1
            elif match["close"] is not None:
                depth = max(depth - 1, 0)
            elif match["joined"] is not None:
                joined = True
        yield Line(text, begins, comment)


def _after_triple(text: str, at: int, quote: str) -> tuple[int, str]:
    """Where a line goes on behind a triple-quoted string, and the quote still open."""
    if match := re.compile(rf"(?:[^\\]|\\.)*?{quote}").match(text, at):
        return match.end(), ""
    return len(text), quote
