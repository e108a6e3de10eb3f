"""What importing a module made, kept so that another entry need not run it again.

Only an import that can't have depended on the entry is kept: it left the graphs alone and
changed nothing that was there before it. Of one that ended in many ways the first is kept
with its decisions, and no finding of an entry that takes it over may rest on them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import immutables

from scopecheck.symbolic.joins import Fork
from scopecheck.symbolic.state import NORMAL, Flow, State, recorded
from scopecheck.symbolic.values import ModuleRef

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The heap objects an import made, the submodules it bound, its events and its taint.

    needs: modules that were there before, by place; decided: what was assumed; partial:
    whether there were other outcomes.
    """

    objects: tuple[tuple[Any, Any], ...]
    bound: tuple[tuple[int, str, ModuleRef], ...]
    events: tuple[Any, ...]
    taint: int
    needs: tuple[tuple[Any, ModuleRef], ...]
    decided: tuple[tuple[Any, Any], ...]
    partial: bool

    def restore(self, m: Machine) -> None:
        """Brings all of it onto the current path."""
        for id, contents in self.objects:
            if id not in m.heap:
                m.write(id, contents)
        for id, name, module in self.bound:
            held = m.heap.get(id)
            if held is not None and name not in held:
                m.write(id, held.set(name, module))
        for event in self.events:
            m.trace = recorded(event, m.trace)
        m.taint = max(m.taint, self.taint)
        if self.partial:
            m.decisions = m.decisions.update(self.decided)
            m.give_up("an import has more outcomes than are followed")


MANY = 4


def take_snapshot(before: State, flows: list[Flow], needed: set[Any]) -> Snapshot | None:
    """What lies between two states, None where an import may depend on what was before."""
    ended = [flow.state for flow in flows if flow.kind == NORMAL]
    if not ended or 1 < len(flows) <= MANY:
        return None
    after = ended[0]
    decided = tuple((k, v) for k, v in after.decisions.items() if k not in before.decisions)
    partial = len(flows) > MANY
    if after.world is not before.world or (decided and not partial):
        return None
    if any(place not in before.heap for place in needed):
        return None
    events: list[Any] = []
    node = after.trace
    while node is not before.trace:
        if node is None or isinstance(node[0], Fork):
            return None
        events.append(node[0])
        node = node[1]
    objects: dict[Any, Any] = {}
    bound: list[tuple[int, str, ModuleRef]] = []
    cell = after.writes
    while cell is not before.writes:
        if cell is None:
            return None
        id = cell[0]
        if id not in objects and not _counts(id):
            if id not in before.heap:
                objects[id] = after.heap.get(id)
            elif not _only_binds(id, before.heap[id], after.heap.get(id), bound):
                return None
        cell = cell[1]
    kept = tuple((id, held) for id, held in reversed(objects.items()) if held is not None)
    needs = tuple((place, before.heap[place]) for place in needed)
    seen = tuple(reversed(events))
    return Snapshot(kept, tuple(bound), seen, after.taint, needs, decided, partial)


def _counts(id: Any) -> bool:
    return isinstance(id, tuple) and id[0] == "seen"


def _only_binds(id: Any, old: Any, new: Any, bound: list[tuple[int, str, ModuleRef]]) -> bool:
    """Whether an object only got submodules as new attributes, as a package does."""
    if old is new:
        return True
    if not isinstance(old, immutables.Map) or not isinstance(new, immutables.Map):
        return False
    for name, value in new.items():
        if name in old and old[name] is value:
            continue
        if not isinstance(value, ModuleRef) or (name in old and old[name] != value):
            return False
        bound.append((id, name, value))
    return len(new) >= len(old)
