"""os.path, the working directory and sys.path: where a program looks for its modules.

A script is taken to be started in the folder it lies in: that is the working directory of relative
paths. Nothing is read from the disk.
"""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, Any

from scopecheck.symbolic import text
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.values import Builtin, Foreign, Text, Unknown, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine

HERE = Unknown(("the working directory",), "the working directory", kind="str")


def _path(name: str) -> Any:
    function = getattr(posixpath, name)

    def run(m: Machine, a: Arguments) -> Value:
        given = [needed(m, one) for one in a.args]
        if all(isinstance(one, str) for one in given):
            return function(*given)
        if name == "join":
            return joined(m, given)
        if given and isinstance(given[0], Text) and name in ("dirname", "basename"):
            return parent(m, given[0]) if name == "dirname" else last(m, given[0])
        return m.unknown(name, kind="str" if name in ("basename", "dirname") else "")

    return run


def joined(m: Machine, given: list[Value]) -> Value:
    """``os.path.join``."""
    parts: list[Value] = []
    for at, one in enumerate(given):
        if isinstance(one, str) and one.startswith("/"):
            parts = []
        parts.append(text.as_text(m, one))
        if at < len(given) - 1 and not (isinstance(one, str) and (not one or one.endswith("/"))):
            parts.append("/")
    return text.concatenate(parts)


def parent(m: Machine, path: Value) -> Value:
    """The folder that a path names something in."""
    if isinstance(path, str):
        return posixpath.dirname(path)
    if path == Text((HERE,)):
        return Text((HERE, "/.."))
    if isinstance(path, Text) and isinstance(path.parts[-1], str) and "/" in path.parts[-1]:
        head = path.parts[-1].rpartition("/")[0].rstrip("/")
        return text.concatenate((*path.parts[:-1], head))
    return m.unknown("dirname", kind="str")


def last(m: Machine, path: Value) -> Value:
    """The last part of a path."""
    if isinstance(path, str):
        return posixpath.basename(path)
    if isinstance(path, Text) and isinstance(path.parts[-1], str) and "/" in path.parts[-1]:
        tail = path.parts[-1].rpartition("/")[2]
        if tail != posixpath.pardir:
            return tail
    return m.unknown("basename", kind="str")


def absolute(m: Machine, path: Value) -> Value:
    """``os.path.abspath``, and ``realpath`` where nothing is a link."""
    if isinstance(path, str):
        plain = posixpath.normpath(path)
        if posixpath.isabs(plain):
            return plain
        return Text((HERE,)) if plain == posixpath.curdir else Text((HERE, f"/{plain}"))
    if isinstance(path, Text) and path.parts[0] == HERE:
        return path
    return m.unknown("a path", kind="str")


def _absolute(m: Machine, a: Arguments) -> Value:
    return absolute(m, needed(m, a.args[0]) if a.args else None)


def exists(m: Machine, path: Value) -> Value:
    """Whether there is such a file or folder: the same answer for each time a call asks.

    Known of a module's file in one of the program's own folders, and of nothing else.
    """
    if isinstance(path, str) and path.endswith(".py") and posixpath.isabs(path):
        known = m.importer.has_module(path)
        if known is not None:
            return known
    return Unknown(("exists", path, m.frame.path), f"{path} exists on disk", kind="bool")


def _exists(m: Machine, a: Arguments) -> Value:
    return exists(m, text.as_text(m, a.args[0]) if a.args else "")


class SearchPath(Foreign):
    """``sys.path``: folders that are added to it are searched as well."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, SearchPath)

    def __hash__(self) -> int:
        return hash("sys.path")

    def get_attribute(self, m: Machine, name: str) -> Value:
        """``append``, ``insert``, ``extend``; the other methods change nothing that is known."""
        if name in ("append", "insert"):
            return Builtin(name, lambda m, a: self._add(m, *a.args[-1:]))
        if name == "extend":
            return Builtin(name, lambda m, a: self._add_all(m, *a.args[:1]))
        if name in ("remove", "clear", "reverse", "sort"):
            return Builtin(name, lambda m, a: None)
        return NotImplemented

    def binary(self, m: Machine, op: str, other: Value, reflected: bool) -> Value:
        """``sys.path += folders``, and what is assigned to it as ``folders + sys.path``."""
        if op != "+":
            return NotImplemented
        self._add_all(m, other)
        return self

    def set_item(self, m: Machine, index: Value, value: Value) -> None:
        """``sys.path[0:0] = folders``."""
        if isinstance(needed(m, value), (str, Text)):
            self._add(m, value)
        else:
            self._add_all(m, value)

    def contains(self, m: Machine, item: Value) -> Value:
        """Whether a folder is in it already is not known."""
        return m.unknown("a folder is in sys.path", kind="bool")

    def _add_all(self, m: Machine, folders: Value = None) -> None:
        held = iterate(m, needed(m, folders))
        for folder in held.items if held is not None else ():
            self._add(m, folder)

    def _add(self, m: Machine, folder: Value = None) -> None:
        folder = text.as_text(m, folder)
        if isinstance(folder, str):
            m.importer.search(folder)
        elif isinstance(folder, Text) and folder.parts[0] == HERE:
            rest = folder.parts[1:]
            if all(isinstance(one, str) for one in rest):
                m.importer.search("." + "".join(map(str, rest)))


FUNCTIONS: dict[str, Any] = {
    f"os.path.{name}": _path(name)
    for name in "join basename dirname splitext normpath split isabs".split()
}
FUNCTIONS.update(
    {
        "os.path.exists": _exists,
        "os.path.isfile": _exists,
        "os.path.isdir": _exists,
        "os.path.abspath": _absolute,
        "os.path.realpath": _absolute,
        "os.path.expanduser": lambda m, a: m.unknown("a path", kind="str"),
        "os.getcwd": lambda m, a: Text((HERE,)),
        "os.getcwdu": lambda m, a: Text((HERE,)),
    }
)
CONSTANTS: dict[str, Value] = {
    "os.sep": "/",
    "os.path.sep": "/",
    "os.curdir": ".",
    "os.pardir": "..",
    "os.path.curdir": ".",
    "os.path.pardir": "..",
    "sys.path": SearchPath(),
}
