"""Comments that suppress findings."""

from __future__ import annotations

import io
import re
import tokenize
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from scopecheck.source.model import SourceFile, split_lines, unix_lines
from scopecheck.source.scan import scan

_OWN = re.compile(
    r"#\s*scopecheck\s*:\s*ignore(?P<file>-file)?(?:\[(?P<codes>[^\]]*)\]|(?![\w\[-]))"
)
_NOQA = re.compile(
    r"#\s*noqa\b(?:\s*:\s*(?P<codes>[A-Z]+[0-9]+(?:[,\s]+[A-Z]+[0-9]+)*))?", re.IGNORECASE
)
_MENTIONED = re.compile(r"#\s*(?:scopecheck|noqa)", re.IGNORECASE)
_OUR_CODE = re.compile(r"SCO\d+")


@dataclass(frozen=True, slots=True)
class Directive:
    """One comment that suppresses, and the lines of its cell that it speaks about.

    `codes` is None for all; `lines` is None for the whole file.
    """

    codes: frozenset[str] | None
    line: int
    column: int
    cell: int | None
    text: str
    lines: range | None
    noqa: bool


@dataclass(frozen=True, slots=True)
class UnusedSuppression:
    """A comment, or some of its codes, that suppressed nothing; `codes` is empty for all."""

    line: int
    column: int
    cell: int | None
    codes: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class _Comment:
    text: str
    line: int
    column: int  # from 1
    own_line: bool


class Suppressions:
    """The suppressing comments of one file, and which of them were needed."""

    def __init__(self, directives: tuple[Directive, ...]) -> None:
        self._directives = directives
        self._used: set[tuple[int, str]] = set()

    def covers(self, code: str, line: int, end_line: int, cell: int | None) -> bool:
        """Whether a finding on these lines is suppressed; what suppresses it counts as used."""
        covered = False
        for index, directive in enumerate(self._directives):
            if _speaks_about(directive, code, line, end_line, cell):
                self._used.add((index, code))
                covered = True
        return covered

    def unused(self, known_codes: Collection[str]) -> Iterator[UnusedSuppression]:
        """What suppressed nothing so far, in the order of the file.

        `known_codes` are the codes that were looked for: a comment for another code may well
        be needed. `noqa` comments count only for the SCO codes that they name.
        """
        for index, directive in enumerate(self._directives):
            if directive.codes is None:
                if not directive.noqa and not any(used == index for used, _ in self._used):
                    yield _unused(directive, ())
                continue
            idle = tuple(
                code
                for code in sorted(directive.codes)
                if code in known_codes and (index, code) not in self._used
            )
            if idle or not directive.codes:
                yield _unused(directive, idle)


def suppressions(source: SourceFile) -> Suppressions:
    """The suppressing comments of a file, of a notebook those of its code cells."""
    cells = sorted(source.cells) if source.cells else [None]
    return Suppressions(
        tuple(
            directive
            for cell in cells
            if _MENTIONED.search(source.source(cell))
            for directive in _directives(unix_lines(source.source(cell)), cell)
        )
    )


def _speaks_about(
    directive: Directive, code: str, line: int, end_line: int, cell: int | None
) -> bool:
    if directive.codes is not None and code not in directive.codes:
        return False
    if directive.lines is None:
        return True
    overlaps = directive.lines.start <= end_line and line < directive.lines.stop
    return directive.cell == cell and overlaps


def _unused(directive: Directive, codes: tuple[str, ...]) -> UnusedSuppression:
    return UnusedSuppression(
        directive.line, directive.column, directive.cell, codes, directive.text
    )


def _directives(text: str, cell: int | None) -> Iterator[Directive]:
    statements = _Statements(text)
    for comment in _comments(text):
        for match in _OWN.finditer(comment.text):
            codes = None if match["codes"] is None else _codes(match["codes"])
            lines = None if match["file"] else statements.spoken_about(comment)
            yield _directive(comment, match, codes, cell, lines, noqa=False)
        for match in _NOQA.finditer(comment.text):
            codes = None if match["codes"] is None else _our_codes(match["codes"])
            if codes is None or codes:
                lines = range(comment.line, comment.line + 1)
                yield _directive(comment, match, codes, cell, lines, noqa=True)


def _directive(
    comment: _Comment,
    match: re.Match[str],
    codes: frozenset[str] | None,
    cell: int | None,
    lines: range | None,
    *,
    noqa: bool,
) -> Directive:
    column = comment.column + match.start()
    return Directive(codes, comment.line, column, cell, match[0], lines, noqa)


def _codes(text: str) -> frozenset[str]:
    return frozenset(code.upper() for code in re.split(r"[,\s]+", text) if code)


def _our_codes(text: str) -> frozenset[str]:
    return frozenset(code for code in _codes(text) if _OUR_CODE.fullmatch(code))


class _Statements:
    """Which lines of a text belong to one statement."""

    def __init__(self, text: str) -> None:
        self._lines = list(scan(split_lines(text)))

    def spoken_about(self, comment: _Comment) -> range:
        """A comment's own line; for one that stands alone also the statement below it."""
        first, after = comment.line, comment.line + 1
        if comment.own_line and self._lines[first - 1].begins:
            while self._is(after, comment_only=True):
                after += 1
            if self._is(after, comment_only=False):
                after += 1
                while after <= len(self._lines) and not self._lines[after - 1].begins:
                    after += 1
        return range(first, after)

    def _is(self, number: int, *, comment_only: bool) -> bool:
        if number > len(self._lines):
            return False
        line = self._lines[number - 1]
        if not line.blank:
            return not comment_only
        return comment_only and line.comment is not None


def _comments(text: str) -> list[_Comment]:
    try:
        return list(_tokenized_comments(text))
    except (tokenize.TokenError, SyntaxError, ValueError, SystemError):
        # Python 3.12 ends in a SystemError at a NUL, others at half a surrogate pair.
        return list(_scanned_comments(text))


def _tokenized_comments(text: str) -> Iterator[_Comment]:
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.COMMENT:
            line, column = token.start
            yield _Comment(token.string, line, column + 1, not token.line[:column].strip())


def _scanned_comments(text: str) -> Iterator[_Comment]:
    """The same for a text that is no Python 3."""
    for number, line in enumerate(scan(split_lines(text)), start=1):
        if line.comment is not None:
            comment = line.text[line.comment :]
            yield _Comment(comment, number, line.comment + 1, not line.text[: line.comment].strip())
