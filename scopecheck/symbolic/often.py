"""Runs in which a flag counts passes, or items, to more than its default does.

A flag that a loop goes up to, or that says how often a list is repeated, has one number in all
of a run: what else is computed from it, and which branches it takes, go with it. So the entry is
run once more, rather than the loop alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import immutables

from scopecheck.symbolic.values import FlagNumber, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine

OFTEN = 2
"""How often such a loop runs: a second pass does what every later one does."""
MOST = 3
"""How many flags get a run of their own."""


def flag_number(flag: str, value: int) -> FlagNumber:
    """A flag that has this number."""
    number = FlagNumber(value)
    number.flag = flag
    return number


def note_count(m: Machine, value: Value) -> None:
    """Notes a flag whose small default is how often something is done."""
    if isinstance(value, FlagNumber) and value < OFTEN:
        m.counts.setdefault(value.flag, int(value))


def take_often(m: Machine, counts: Mapping[str, int]) -> frozenset[Any]:
    """Decides on a path, before it begins, that some flags don't have their defaults."""
    keys = {("count", flag): default for flag, default in counts.items()}
    for key, default in keys.items():
        m.texts[key] = (f"{key[1]} is {default} (its default)", True)
        m.decisions = m.decisions.set(key, False)
    return frozenset(keys)


def with_often(heap: immutables.Map[Any, Any], often: frozenset[str]) -> immutables.Map[Any, Any]:
    """A heap in which some flags have another number than their default."""
    for id, held in heap.items():
        if isinstance(held, immutables.Map):
            now = held
            for name, value in held.items():
                if isinstance(value, FlagNumber) and value.flag in often:
                    now = now.set(name, flag_number(value.flag, OFTEN))
            if now is not held:
                heap = heap.set(id, now)
    return heap
