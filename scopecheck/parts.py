"""The files of a run in parts that have nothing to do with each other.

Files belong together where one may import the other, mentions it by name, or would find it
when a third one runs it. It is told from words alone, so that nothing is parsed for it: what
is only spelt like a module's name joins too much, and never too little.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from scopecheck.source import names_graph
from scopecheck.symbolic.links import ANYWHERE, is_near, meant, module_name

PIECES = 16
"""How many pieces of work a run is cut into at most, where its parts are small."""

_WORD = re.compile(r"[^\W\d]\w*")
_DYNAMIC = frozenset(("import_module", "__import__", "load_source", "runpy", "exec", "execfile"))


def pieces(contents: Mapping[Path, bytes]) -> list[list[Path]]:
    """The files in lists for each of which one process can work alone; the largest come first."""
    order = {path: at for at, path in enumerate(contents)}
    sizes = {path: len(data) for path, data in contents.items()}
    found = [sorted(part, key=order.__getitem__) for part in _parts(contents)]
    found.sort(key=lambda part: (-sum(sizes[one] for one in part), order[part[0]]))
    enough = sum(sizes.values()) // PIECES
    packed: list[list[Path]] = []
    room = 0
    for part in found:
        size = sum(sizes[one] for one in part)
        if not packed or size > room:
            packed.append([])
            room = max(enough, size)
        packed[-1] += part
        room -= size
    return [sorted(one, key=order.__getitem__) for one in packed]


def _parts(contents: Mapping[Path, bytes]) -> list[list[Path]]:
    words = {path: _words(data) for path, data in contents.items()}
    named: dict[str, list[Path]] = defaultdict(list)
    for path in contents:
        named[module_name(path)].append(path)
    groups = _Groups(contents)
    if any(not _DYNAMIC.isdisjoint(said) for said in words.values()):
        known = {path for path, said in words.items() if not _DYNAMIC.isdisjoint(said)}
        _join_below(groups, known, list(contents))
    for path, said in words.items():
        for package in contents.keys() & {one / "__init__.py" for one in path.parents}:
            groups.join(path, package)
        for word in said & named.keys():
            near = any(is_near(path, (), one) and names_graph(contents[one]) for one in named[word])
            for other in meant(path, said, named[word]) if near else named[word]:
                groups.join(path, other)
    _join_found_by_scripts(groups, words, named)
    return groups.lists()


def _join_below(groups: _Groups, dynamic: set[Path], paths: Sequence[Path]) -> None:
    """A file that imports by names that it computes may import everything around it."""
    for path in dynamic:
        for other in paths:
            if path.parent == other.parent or path.parent in other.parents:
                groups.join(path, other)


def _join_found_by_scripts(
    groups: _Groups, words: Mapping[Path, frozenset[str]], named: Mapping[str, list[Path]]
) -> None:
    """What one file mentions is looked up beside the script that runs it, too."""
    before = -1
    while before != groups.count:
        before = groups.count
        for part in groups.lists():
            folders = {path.parent for path in part}
            said = frozenset[str]().union(*(words[path] for path in part))
            for word in said & named.keys():
                for other in named[word]:
                    if other.parent in folders:
                        groups.join(part[0], other)


class _Groups:
    """Files that belong together."""

    def __init__(self, paths: Mapping[Path, object]) -> None:
        self.leader = {path: path for path in paths}
        self.count = len(self.leader)

    def find(self, path: Path) -> Path:
        """Who stands for a file's group."""
        while self.leader[path] != path:
            self.leader[path] = path = self.leader[self.leader[path]]
        return path

    def join(self, one: Path, other: Path) -> None:
        """These two belong together."""
        mine, theirs = self.find(one), self.find(other)
        if mine != theirs:
            self.leader[theirs] = mine
            self.count -= 1

    def lists(self) -> list[list[Path]]:
        """All groups."""
        found: dict[Path, list[Path]] = defaultdict(list)
        for path in self.leader:
            found[self.find(path)].append(path)
        return list(found.values())


def _words(data: bytes) -> frozenset[str]:
    text = data.decode("utf-8", "replace")
    return frozenset(_WORD.findall(text)) | ({ANYWHERE} if ANYWHERE in text else set())
