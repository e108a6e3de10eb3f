"""Find the files to check."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pathspec import GitIgnoreSpec

from scopecheck.source.errors import PathProblem
from scopecheck.source.ignored import (
    IgnoreFiles,
    inherited_ignore_files,
    is_ignored,
    own_ignore_files,
    patterns,
)

SUFFIXES = (".py", ".pyw", ".ipynb")

# Directories that never hold a project's own sources.
SKIPPED = frozenset(
    {
        ".bzr",
        ".direnv",
        ".eggs",
        ".git",
        ".hg",
        ".ipynb_checkpoints",
        ".mypy_cache",
        ".nox",
        ".pants.d",
        ".pytest_cache",
        ".pytype",
        ".ruff_cache",
        ".svn",
        ".tox",
        ".venv",
        "__pycache__",
        "__pypackages__",
        "_build",
        "build",
        "dist",
        "node_modules",
        "site-packages",
        "venv",
    }
)

OnError = Callable[[OSError], None]


@dataclass(frozen=True, slots=True)
class _Walk:
    root: Path
    excluded: GitIgnoreSpec
    respect_gitignore: bool
    on_error: OnError


def discover(
    paths: Sequence[str | os.PathLike[str]],
    *,
    root: str | os.PathLike[str],
    exclude: Sequence[str] = (),
    respect_gitignore: bool = True,
    on_error: OnError | None = None,
) -> Iterator[Path]:
    """The Python files and notebooks at or below some paths, sorted, each once.

    A file is yielded whatever its name and whatever ignores it. `exclude` has patterns as in
    .gitignore, relative to `root`. Links to directories are not followed below a path, nor
    links to files that the same walk meets anyway.

    Raises PathProblem at once for a path that isn't there or a given directory that cannot be
    read. A directory met inside that cannot be read is handed to `on_error`, or raised.
    """
    given = sorted({Path(path) for path in paths}, key=lambda p: (p.is_absolute(), p.parts))
    for path in given:
        _check(path)
    walk = _Walk(
        Path(os.path.abspath(root)), patterns(exclude), respect_gitignore, on_error or _raise
    )
    return _unique(path for start in given for path in _files(start, walk))


def _check(path: Path) -> None:
    try:
        if path.is_dir():
            os.scandir(path).close()
        else:
            path.stat()
    except OSError as error:
        raise PathProblem.of(error, path) from error
    except ValueError as error:  # a NUL in the name
        raise PathProblem(errno.EINVAL, str(error), os.fspath(path)) from error


def _raise(error: OSError) -> None:
    raise error


def _unique(paths: Iterator[Path]) -> Iterator[Path]:
    seen: set[str] = set()
    folders: dict[str, str] = {}
    for path in paths:
        real = real_path(path, folders)
        if real not in seen:
            seen.add(real)
            yield path


def real_path(path: str | os.PathLike[str], folders: dict[str, str]) -> str:
    """A file's path without links; ``folders`` keeps those of the directories met so far."""
    folder, name = os.path.split(path)
    if folder not in folders:
        folders[folder] = os.path.realpath(folder)
    real = os.path.join(folders[folder], name)
    return os.path.realpath(real) if os.path.islink(real) else real


def _files(start: Path, walk: _Walk) -> Iterator[Path]:
    if not start.is_dir():
        yield start
        return
    absolute = Path(os.path.realpath(start))
    inherited: IgnoreFiles = ()
    if walk.respect_gitignore:
        inherited = inherited_ignore_files(absolute, walk.root)
    yield from _walk_directory(start, absolute, absolute, inherited, walk)


def _walk_directory(
    shown: Path, absolute: Path, top: Path, ignore: IgnoreFiles, walk: _Walk
) -> Iterator[Path]:
    if walk.respect_gitignore:
        ignore += own_ignore_files(absolute)
    for entry in _entries(shown, walk.on_error):
        path = absolute / entry.name
        is_directory = entry.is_dir(follow_symlinks=False)
        if not is_directory and not _is_source(entry, top):
            continue
        if is_directory and _is_skipped(entry):
            continue
        if _is_excluded(path, walk, is_directory) or is_ignored(
            path, ignore, is_directory=is_directory
        ):
            continue
        if is_directory:
            yield from _walk_directory(shown / entry.name, path, top, ignore, walk)
        else:
            yield shown / entry.name


def _entries(directory: Path, on_error: OnError) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(directory) as entries:
            return sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        on_error(PathProblem.of(error, directory))
        return []


def _is_source(entry: os.DirEntry[str], top: Path) -> bool:
    if not entry.name.lower().endswith(SUFFIXES):
        return False
    try:
        if not entry.is_file():
            return False
    except OSError:  # a link that leads to itself
        return False
    return not (entry.is_symlink() and Path(os.path.realpath(entry)).is_relative_to(top))


def _is_skipped(entry: os.DirEntry[str]) -> bool:
    return entry.name in SKIPPED or os.path.lexists(os.path.join(entry.path, "pyvenv.cfg"))


def _is_excluded(path: Path, walk: _Walk, is_directory: bool) -> bool:
    if not walk.excluded.patterns or not path.is_relative_to(walk.root):
        return False
    relative = path.relative_to(walk.root).as_posix()
    return walk.excluded.match_file(relative + "/" if is_directory else relative)
