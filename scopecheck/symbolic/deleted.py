"""What a path has deleted: two paths of which one has deleted a name are not one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine


def _place(id: int) -> Any:
    return ("deleted", id)


def note_deleted(m: Machine, id: int, name: str) -> None:
    """Notes that an object, a frame or a module has lost a name."""
    place = _place(id)
    m.write(place, m.heap.get(place, frozenset()) | {name})


def deleted(heap: Mapping[Any, Any], id: int) -> frozenset[str]:
    """The names that an object has lost on a path."""
    lost: frozenset[str] = heap.get(_place(id), frozenset())
    return lost
