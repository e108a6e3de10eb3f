"""pathlib: paths as objects, as far as they tell where a program lies and what it calls things."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, Any

from scopecheck.symbolic import text
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.stdlib.file_paths import HERE, absolute, exists, joined, last, parent
from scopecheck.symbolic.values import Builtin, Foreign, Text, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine


class FilePath(Foreign):
    """A path; what it asks of the disk is not known."""

    __slots__ = ("path",)

    def __init__(self, path: str | Text) -> None:
        self.path = path

    def __eq__(self, other: object) -> bool:
        return isinstance(other, FilePath) and self.path == other.path

    def __hash__(self) -> int:
        return hash(("path", self.path))

    def get_attribute(self, m: Machine, name: str) -> Value:
        """``parent``, ``name``, ``stem``, ``suffix``, ``resolve()``, ``joinpath()``, ``str()`` …"""
        if name in ("__str__", "__fspath__"):
            return self.path
        if name == "as_posix":
            return Builtin(name, lambda m, a: self.path)
        if name == "parent":
            return _made(m, parent(m, self.path))
        if name == "parents":
            return Parents(self)
        if name in ("name", "stem", "suffix"):
            return _part(m, last(m, self.path), name)
        if name in ("resolve", "absolute"):
            return Builtin(name, lambda m, a: _made(m, absolute(m, self.path)))
        if name == "joinpath":
            return Builtin(name, lambda m, a: _from(m, (self, *a.args)))
        if name in ("exists", "is_file", "is_dir"):
            asked = exists(m, self.path)
            return Builtin(name, lambda m, a: asked)
        return NotImplemented

    def binary(self, m: Machine, op: str, other: Value, reflected: bool) -> Value:
        """``path / name``."""
        if op not in ("/", "py2/"):
            return NotImplemented
        return _from(m, (other, self) if reflected else (self, other))


class Parents(Foreign):
    """``path.parents``: the folders around a path, the nearest first."""

    __slots__ = ("path",)

    def __init__(self, path: FilePath) -> None:
        self.path = path

    def item(self, m: Machine, index: Value) -> Value:
        """The folder that is so many up."""
        at = needed(m, index)
        if not isinstance(at, int) or not 0 <= at < 64:
            return NotImplemented
        path: Value = self.path.path
        for _ in range(at + 1):
            path = parent(m, path)
        return _made(m, path)


def _made(m: Machine, path: Value) -> Value:
    if isinstance(path, (str, Text)):
        return FilePath(path or posixpath.curdir)
    return m.unknown("a path", not_none=True)


def _part(m: Machine, name: Value, part: str) -> Value:
    if not isinstance(name, str):
        return name if part == "name" else m.unknown(part, kind="str")
    stem, suffix = posixpath.splitext(name)
    return {"name": name, "stem": stem, "suffix": suffix}[part]


def _from(m: Machine, parts: tuple[Value, ...]) -> Value:
    given = [text.as_text(m, one) for one in parts]
    path = joined(m, given)
    return _made(m, posixpath.normpath(path) if _is_plain(path) else path)


def _is_plain(path: Value) -> bool:
    """Whether normalising a path takes away what pathlib takes away too."""
    return isinstance(path, str) and path != "" and posixpath.pardir not in path.split("/")


def _path(m: Machine, a: Arguments) -> Value:
    return _from(m, a.args or (posixpath.curdir,))


FUNCTIONS: dict[str, Any] = {
    f"pathlib.{name}": _path for name in "Path PosixPath PurePath PurePosixPath".split()
}
FUNCTIONS["pathlib.Path.cwd"] = lambda m, a: FilePath(Text((HERE,)))
