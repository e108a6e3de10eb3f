"""Which files may have to do with each other: those that one program could import together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePath

from scopecheck.source import SourceFile

_IMPORT = re.compile(
    r"^[ \t]*(?:from|import)\b(?:[^\n(#]*\([^)]*\)|(?:[^\n]*\\\r?\n)*[^\n]*)", re.M
)
_DYNAMIC = re.compile(r"\b(?:__import__|import_module|execfile|exec|open|runpy)\b")
_STRING = re.compile(r"""["']([\w./]+)["']""")
_WORD = re.compile(r"\w+")


def families(sources: Mapping[str, SourceFile]) -> list[frozenset[str]]:
    """The files, parted so that none imports one of another part, whatever path is searched.

    A file is taken to import each file that is called like a word of its import statements.
    """
    called: dict[str, list[str]] = {}
    for name in sources:
        called.setdefault(_module(name), []).append(name)
    home = {name: name for name in sources}
    for name, source in sources.items():
        for word in _words(source):
            for other in called.get(word, ()):
                home[_root(home, name)] = _root(home, other)
    found: dict[str, set[str]] = {}
    for name in sources:
        found.setdefault(_root(home, name), set()).add(name)
    return [frozenset(one) for one in found.values()]


def _root(home: dict[str, str], name: str) -> str:
    """The file that stands for all that are known to belong together."""
    while home[name] != name:
        home[name] = name = home[home[name]]
    return name


def _module(name: str) -> str:
    """What imports call a file: a package by its folder."""
    path = PurePath(name)
    return path.parent.name if path.stem == "__init__" else path.stem


def _words(source: SourceFile) -> Iterator[str]:
    """The words that may name a module; texts too where a file imports by them."""
    for text in (source.text, *source.cells.values()):
        for statement in _IMPORT.findall(text):
            yield from _WORD.findall(statement)
        if _DYNAMIC.search(text):
            for named in _STRING.findall(text):
                yield from _WORD.findall(named)
