"""The file system as one run sees it: every question that it asks is kept with its answer."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping, Sequence
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from scopecheck.source.read import read_data

CHANGED = "?"
"""Stands for the digest of a file that changed while it was read: no content has it."""
UNREADABLE = "-"
"""Stands for the digest of a file that can't be read."""


class Files:
    """What was read, looked for and listed; a run's result rests on nothing else of the disk.

    contents: digests by path. present: whether a path is a file. listed: the names in a
    directory that match some patterns.
    """

    def __init__(self) -> None:
        self.contents: dict[str, str] = {}
        self.present: dict[str, bool] = {}
        self.listed: dict[tuple[str, tuple[str, ...]], tuple[str, ...]] = {}

    def read(self, path: str | os.PathLike[str]) -> bytes:
        """The bytes of a file; PathProblem (an OSError) where it can't be read."""
        name = os.fspath(path)
        try:
            data = read_data(path)
        except OSError:
            self._read(name, UNREADABLE)
            raise
        self._read(name, digest(data))
        return data

    def _read(self, name: str, content: str) -> None:
        if self.contents.setdefault(name, content) != content:
            self.contents[name] = CHANGED

    def is_file(self, path: Path) -> bool:
        """Whether there is a file of this name."""
        name = os.fspath(path)
        if name not in self.present:
            self.present[name] = _is_file(name)
        return self.present[name]

    def matching(self, directory: Path, patterns: Sequence[str]) -> tuple[str, ...]:
        """The names in a directory that match one of some patterns, sorted."""
        key = (os.fspath(directory), tuple(patterns))
        if key not in self.listed:
            self.listed[key] = _matching(_names(key[0]), key[1])
        return self.listed[key]

    def add(self, record: Mapping[str, Any]) -> None:
        """What another one was asked, too."""
        for name, content in record["contents"].items():
            self._read(name, content)
        self.present.update(record["present"])
        for directory, patterns, names in record["listed"]:
            self.listed[directory, tuple(patterns)] = tuple(names)

    def record(self) -> dict[str, Any]:
        """All of it as plain data."""
        listed = [[*key, names] for key, names in self.listed.items()]
        return {"contents": self.contents, "present": self.present, "listed": listed}


def unchanged(record: Mapping[str, Any]) -> bool:
    """Whether every question of a run would be answered as it was then."""
    names: dict[str, frozenset[str]] = {}

    def inside(directory: str) -> frozenset[str]:
        if directory not in names:
            names[directory] = frozenset(_names(directory))
        return names[directory]

    for directory, patterns, found in record["listed"]:
        if _matching(inside(directory), patterns) != tuple(found):
            return False
    spelt: dict[str, frozenset[str]] = {}
    for name, present in record["present"].items():
        directory, last = os.path.split(name)
        if not present and directory not in spelt:
            spelt[directory] = frozenset(one.lower() for one in inside(directory))
        if (present or last.lower() in spelt[directory]) and _is_file(name) != present:
            return False
    return all(_digest_of(name) == kept for name, kept in record["contents"].items())


def shown(path: str | os.PathLike[str]) -> str:
    """A file's name as it is shown: relative to the working directory, if it lies in it."""
    absolute, here = os.path.abspath(path), os.path.join(os.getcwd(), "")
    if absolute.startswith(here):
        return absolute[len(here) :].replace(os.sep, "/")
    relative = os.path.relpath(absolute)
    return absolute if relative.startswith(os.pardir) else Path(relative).as_posix()


def digest(data: bytes) -> str:
    """What stands for a content."""
    return hashlib.sha256(data).hexdigest()


def _digest_of(name: str) -> str:
    try:
        return digest(read_data(name))
    except OSError:
        return UNREADABLE


def _is_file(name: str) -> bool:
    try:
        return os.path.isfile(name)
    except ValueError:  # a NUL in the name
        return False


def _names(directory: str) -> list[str]:
    try:
        return os.listdir(directory or os.curdir)
    except (OSError, ValueError):
        return []


def _matching(names: Sequence[str] | frozenset[str], patterns: Sequence[str]) -> tuple[str, ...]:
    return tuple(sorted(one for one in names if any(fnmatch(one, each) for each in patterns)))
