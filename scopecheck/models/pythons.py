"""Which Python a file is run with: the one that all of its program can be read by."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from pathlib import Path

from scopecheck.source import SourceFile


class Pythons:
    """Whether files run in Python 2, though each may be readable by either.

    closure: a file with everything that it imports from the project. files: the entries.
    """

    def __init__(
        self,
        loader: Callable[[Path], SourceFile],
        closure: Callable[[Path], Iterable[Path]],
        files: Iterable[Path],
    ) -> None:
        self.loader = loader
        self.closure = closure
        self.files = tuple(files)
        self._needs: dict[Path, bool] = {}
        self._programs: dict[Path, set[Path]] | None = None

    def is_old(self, path: Path) -> bool:
        """Python 2 alone reads the file, something that it imports, or every program it is of."""
        if self._needs_old(path):
            return True
        if not self._any_old:
            return False
        programs = self._of_programs().get(path, set())
        return bool(programs) and all(map(self._needs_old, programs))

    @cached_property
    def _any_old(self) -> bool:
        return any(map(self._reads_old, self.files))

    def _needs_old(self, path: Path) -> bool:
        if path not in self._needs:
            self._needs[path] = any(map(self._reads_old, self.closure(path)))
        return self._needs[path]

    def _reads_old(self, path: Path) -> bool:
        try:
            return self.loader(path).python2
        except OSError:
            return False

    def _of_programs(self) -> dict[Path, set[Path]]:
        """For each file the programs that import it: entries that no other entry imports."""
        if self._programs is None:
            closures = {one: set(self.closure(one)) - {one} for one in self.files}
            imported = set[Path]().union(*closures.values())
            self._programs = {}
            for one in self.files:
                for other in closures[one] if one not in imported else ():
                    self._programs.setdefault(other, set()).add(one)
        return self._programs
