"""Which files may mean which others by a module's name."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path

ANYWHERE = "sys.path"
"""Who names this may change where imports are looked up."""


def meant(path: Path, words: Collection[str], named: Iterable[Path]) -> list[Path]:
    """Of the files with one module name that another file mentions, those that it may mean.

    They are those on its way up, below it, or in a folder that it names as well; all of them
    where there is none of these, or where it may look anywhere.
    """
    found = list(named)
    if ANYWHERE in words:
        return found
    return [one for one in found if is_near(path, words, one)] or found


def module_name(path: Path) -> str:
    """The name by which a file is imported: a package's is its folder's."""
    return path.parent.name if path.stem == "__init__" else path.stem


def is_near(path: Path, words: Collection[str], other: Path) -> bool:
    """Whether an import in one file may lead to another, if it has the name."""
    here, there = path.parent, other.parent
    return here == there or there in here.parents or here in there.parents or there.name in words
