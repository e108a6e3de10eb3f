"""Which paths git ignores, by the .gitignore files that apply to them."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pathspec import GitIgnoreSpec


@dataclass(frozen=True, slots=True)
class IgnoreFile:
    """The patterns of one file; they are relative to `base`."""

    base: Path
    patterns: GitIgnoreSpec

    def decides(self, path: Path, *, is_directory: bool) -> bool | None:
        """True: ignored; False: explicitly not; None: no pattern matches."""
        relative = path.relative_to(self.base).as_posix()
        return self.patterns.check_file(relative + "/" if is_directory else relative).include


IgnoreFiles = tuple[IgnoreFile, ...]  # outermost first


def is_ignored(path: Path, files: IgnoreFiles, *, is_directory: bool) -> bool:
    """Whether the innermost file that says something about an absolute path ignores it."""
    for file in reversed(files):
        decision = file.decides(path, is_directory=is_directory)
        if decision is not None:
            return decision
    return False


def patterns(lines: Iterable[str]) -> GitIgnoreSpec:
    """The patterns of some lines; git passes over a line that is no pattern, and so does this."""
    lines = list(lines)
    try:
        return GitIgnoreSpec.from_lines(lines)
    except ValueError:
        return GitIgnoreSpec.from_lines([line for line in lines if _is_pattern(line)])


def own_ignore_files(directory: Path) -> IgnoreFiles:
    """The ignore files that stand in a directory, git's own `exclude` before .gitignore."""
    found: list[IgnoreFile] = []
    for name in (".git/info/exclude", ".gitignore"):
        try:
            text = (directory / name).read_text(encoding="utf-8", errors="replace")
        except OSError:
            continue
        found.append(IgnoreFile(directory, patterns(text.splitlines())))
    return tuple(found)


def inherited_ignore_files(directory: Path, root: Path) -> IgnoreFiles:
    """The ignore files above a directory, from the repository's top (or `root`) down.

    None, if they ignore the directory itself: it was asked for all the same.
    """
    top = _repository(directory) or (root if directory.is_relative_to(root) else directory)
    found: IgnoreFiles = ()
    above = [parent for parent in reversed(directory.parents) if parent.is_relative_to(top)]
    for inner, outer in zip([*above[1:], directory], above, strict=False):
        found += own_ignore_files(outer)
        if is_ignored(inner, found, is_directory=True):
            return ()
    return found


def _repository(directory: Path) -> Path | None:
    for candidate in (directory, *directory.parents):
        if os.path.lexists(candidate / ".git"):
            return candidate
    return None


def _is_pattern(line: str) -> bool:
    try:
        GitIgnoreSpec.from_lines([line])
    except ValueError:
        return False
    return True
