"""The program that is to be fixed, as far as fixers need to know it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import libcst as cst

from scopecheck.fixes.tree import Tree
from scopecheck.source import SourceFile


class Program:
    """source: a file as it was read, None where it cannot be. names: the full names of the
    trainable variables that the program makes.
    """

    def __init__(
        self, source: Callable[[str], SourceFile | None], names: Iterable[str] = ()
    ) -> None:
        self.source = source
        self.names = tuple(dict.fromkeys(names))
        self._trees: dict[str, Tree | None] = {}

    def tree(self, file: str) -> Tree | None:
        """A file's syntax tree; None for notebooks, Python 2 and what cannot be read."""
        if file not in self._trees:
            self._trees[file] = self._parse(file)
        return self._trees[file]

    def _parse(self, file: str) -> Tree | None:
        source = self.source(file)
        if source is None or source.python2 or not source.text or source.problems:
            return None
        try:
            return Tree(source.text)
        except cst.ParserSyntaxError:
            return None
