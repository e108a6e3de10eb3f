"""The files of one run: found, read once, and called by the names that are shown."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from pathspec import GitIgnoreSpec

from scopecheck.config import Config
from scopecheck.report.result import Failure
from scopecheck.rules import known_codes
from scopecheck.rules.selection import covers
from scopecheck.source import Files, PathProblem, SourceFile, discover, read_bytes, real_path, shown
from scopecheck.trace import Site

PathLike = str | os.PathLike[str]


@dataclass
class Workspace:
    """given: the names of the files to report on, in order. beside: those to analyse with
    them, from the configured roots. sources: every file read so far. tops: the directories
    that were given. files: what was asked of the file system after that.
    """

    config: Config
    given: dict[str, None] = field(default_factory=dict)
    beside: dict[str, None] = field(default_factory=dict)
    sources: dict[str, SourceFile] = field(default_factory=dict)
    failures: list[Failure] = field(default_factory=list)
    tops: set[Path] = field(default_factory=set)
    files: Files = field(default_factory=Files)

    def find(self, paths: Iterable[PathLike]) -> None:
        """Take the files at and below some paths, each once."""
        self._take(paths, self.given)

    def find_roots(self) -> None:
        """Take the files at and below the configured roots, to analyse them too."""
        if self.config.roots:
            self._take([self.config.root / name for name in self.config.roots], self.beside)

    def hold(self, data: bytes, filename: PathLike) -> None:
        """Take a file whose content is at hand."""
        if not self._is_excluded(filename):
            name = shown(filename)
            self.given[name] = None
            self.sources[name] = read_bytes(data, name)

    def replace(self, data: bytes, name: str) -> None:
        """Take other content for a file than it has, wherever it is read."""
        self.sources[name] = read_bytes(data, name)

    def read(self, names: Iterable[str] | None = None) -> None:
        """Read some files, all unless named; what cannot be read fails, and is taken no longer."""
        for name in list((*self.given, *self.beside) if names is None else names):
            try:
                self.load(Path(name))
            except PathProblem as problem:
                self.given.pop(name, None)
                self.beside.pop(name, None)
                self._fail(problem)

    def load(self, path: Path) -> SourceFile:
        """A file, read when it is first asked for; PathProblem where it can't be."""
        name = shown(path)
        source = self.sources.get(name)
        if source is None:
            source = self.sources[name] = read_bytes(self.files.read(name), name)
        return source

    def peek(self, name: str) -> bytes | None:
        """The bytes of a file that may be read later; None where it can't be."""
        try:
            return self.files.read(name)
        except PathProblem:
            return None

    def lines(self, site: Site) -> Sequence[str]:
        """The source lines around a site, for the reports."""
        try:
            return self.load(Path(site.file)).lines(site.cell)
        except PathProblem:
            return ()

    def in_characters(self, site: Site) -> Site:
        """A trace's site, whose columns count UTF-8 bytes, with columns that count characters."""
        lines = self.lines(site)
        column = _characters(lines, site.line, site.column)
        end = _characters(lines, site.end_line, site.end_column)
        if (column, end) == (site.column, site.end_column):
            return site
        return replace(site, column=column, end_column=end)

    def _take(self, paths: Iterable[PathLike], names: dict[str, None]) -> None:
        folders: dict[str, str] = {}
        seen = {real_path(name, folders) for name in (*self.given, *names)}
        for path in paths:
            if os.path.isdir(path):
                self.tops.add(Path(shown(path)))
            try:
                for file in self._files(path):
                    real = real_path(file, folders)
                    if real not in seen:
                        seen.add(real)
                        names[shown(file)] = None
            except PathProblem as problem:
                self._fail(problem)

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


def _characters(lines: Sequence[str], line: int, column: int) -> int:
    text = lines[line - 1] if 0 < line <= len(lines) else ""
    if text.isascii():
        return column
    before = text.encode("utf-8", "replace")[: column - 1]
    return len(before.decode("utf-8", "ignore")) + 1


def rooted(path: PathLike, root: Path) -> str:
    """A file's name relative to ``root``, if it lies in it: the same from any directory."""
    absolute = Path(os.path.abspath(path))
    return (absolute.relative_to(root) if absolute.is_relative_to(root) else absolute).as_posix()


def matches(path: PathLike, patterns: Sequence[str], root: Path) -> bool:
    """Does one of some patterns, as in .gitignore and relative to ``root``, fit a path?"""
    name = rooted(path, root)
    if not patterns or os.path.isabs(name):
        return False
    return GitIgnoreSpec.from_lines(patterns).match_file(name)


def codes_for(name: PathLike, config: Config) -> frozenset[str]:
    """The codes that are reported in one file."""
    ignored = [
        prefix
        for pattern, prefixes in config.per_file_ignores.items()
        if matches(name, [pattern], config.root)
        for prefix in prefixes
    ]
    return frozenset(
        code
        for code in known_codes()
        if config.selection.takes(code) and not any(covers(prefix, code) for prefix in ignored)
    )
