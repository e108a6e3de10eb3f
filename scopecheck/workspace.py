"""The files of one run: found, read once, and called by the names that are shown."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pathspec import GitIgnoreSpec

from scopecheck.config import Config
from scopecheck.report.result import Failure
from scopecheck.source import PathProblem, SourceFile, discover, read_bytes, read_file
from scopecheck.trace import Site

PathLike = str | os.PathLike[str]


@dataclass
class Workspace:
    """given: the names of the files to report on, in order. sources: every file read so far.

    tops: the directories that were given.
    """

    config: Config
    given: dict[str, None] = field(default_factory=dict)
    sources: dict[str, SourceFile] = field(default_factory=dict)
    failures: list[Failure] = field(default_factory=list)
    tops: set[Path] = field(default_factory=set)

    def find(self, paths: Iterable[PathLike]) -> None:
        """Take the files at and below some paths, each once."""
        seen: set[str] = set()
        for path in paths:
            if os.path.isdir(path):
                self.tops.add(Path(shown(path)))
            try:
                for file in self._files(path):
                    real = os.path.realpath(file)
                    if real not in seen:
                        seen.add(real)
                        self.given[shown(file)] = None
            except PathProblem as problem:
                self._fail(problem)

    def hold(self, data: bytes, filename: PathLike) -> None:
        """Take a file whose content is at hand."""
        if not self._is_excluded(filename):
            name = shown(filename)
            self.given[name] = None
            self.sources[name] = read_bytes(data, name)

    def read(self) -> None:
        """Read every given file; what cannot be read fails, and is given no longer."""
        for name in list(self.given):
            try:
                self.load(Path(name))
            except PathProblem as problem:
                del self.given[name]
                self._fail(problem)

    def load(self, path: Path) -> SourceFile:
        """A file, read when it is first asked for; PathProblem where it can't be."""
        name = shown(path)
        source = self.sources.get(name)
        if source is None:
            source = self.sources[name] = read_file(name)
        return source

    def lines(self, site: Site) -> Sequence[str]:
        """The source lines around a site, for the reports."""
        try:
            return self.load(Path(site.file)).lines(site.cell)
        except PathProblem:
            return ()

    def _files(self, path: PathLike) -> Iterator[Path]:
        found = discover(
            [path], root=self.config.root, exclude=self.config.exclude, on_error=self._fail
        )
        return (file for file in found if not self._is_excluded(file))

    def _is_excluded(self, path: PathLike) -> bool:
        """Is a file that was named explicitly to be passed over?"""
        config = self.config
        return config.force_exclude and matches(path, config.exclude, config.root)

    def _fail(self, error: OSError) -> None:
        name = shown(error.filename) if error.filename else "?"
        reason = str(error.strerror or error)
        self.failures.append(Failure(name, f"{reason[:1].lower()}{reason[1:]}"))


def shown(path: PathLike) -> str:
    """A file's name as it is shown: relative to the working directory, if it lies in it."""
    absolute = os.path.abspath(path)
    relative = os.path.relpath(absolute)
    return absolute if relative.startswith(os.pardir) else Path(relative).as_posix()


def matches(path: PathLike, patterns: Sequence[str], root: Path) -> bool:
    """Does one of some patterns, as in .gitignore and relative to ``root``, fit a path?"""
    absolute = Path(os.path.abspath(path))
    if not patterns or not absolute.is_relative_to(root):
        return False
    relative = absolute.relative_to(root).as_posix()
    return GitIgnoreSpec.from_lines(patterns).match_file(relative)
