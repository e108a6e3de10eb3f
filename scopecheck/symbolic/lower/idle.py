"""Loops of which further passes tell nothing more: these handle data, or each has its own graph."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scopecheck.symbolic.joins import Fork
from scopecheck.symbolic.state import State
from scopecheck.trace import Undecided

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine

IDLE = 600
"""How many steps the passes of a loop may cost that leave the graph alone."""
KNOWN = 20_000
"""The same in a loop over variables or tensors: which of them it picks tells what is trained."""
KNOWN_IN_PART = 5_000
"""The same there if what it does with them is not all known."""
VAGUE = 80
"""The same where other loops handle what is not known: further passes find but that again."""
APART = 4_000
"""The same where each pass builds its own graph and leaves all others alone."""


class Idle:
    """Tells when the passes of a loop have cost enough without touching a graph of the loop's.

    One that imports a module has done something: later code calls what the module defines.
    """

    __slots__ = ("apart", "imports", "m", "most", "steps", "traces", "unknowns", "worlds")

    def __init__(self, m: Machine, most: int = IDLE) -> None:
        self.m = m
        self.most = most
        self.steps = self.apart = m.budget.steps
        self.unknowns = m.unknowns
        self.imports = m.importer.imports
        self.worlds: list[Any] = []
        self.traces: list[Any] = []

    def goes_on(self, states: list[State]) -> bool:
        """Whether the passes since one last touched the graph have cost enough."""
        traces = [state.trace for state in states]
        quiet = all(any(s.world is one for one in self.worlds) for s in states)
        if not quiet or not only_quiet(traces, self.traces):
            if not all(any(self._apart(one, s.world) for one in self.worlds) for s in states):
                self.apart = self.m.budget.steps
            self.worlds = [state.world for state in states]
            self.traces = traces
            self.steps = self.m.budget.steps
            self.unknowns = self.m.unknowns
            return self.apart - self.m.budget.steps > APART
        self.traces = traces
        if self.imports != self.m.importer.imports:
            self.imports = self.m.importer.imports
            self.steps = self.m.budget.steps
        most = self.most
        if self.m.unknowns != self.unknowns:
            most = VAGUE if most == IDLE else KNOWN_IN_PART
        return self.steps - self.m.budget.steps > most

    def _apart(self, before: Any, after: Any) -> bool:
        return self.m.library.builds_apart(before, after)


def only_quiet(after: list[Any], before: list[Any]) -> bool:
    """Whether nothing was added to some traces but what changes no graph."""
    seen = {id(trace) for trace in before}
    pending = list(after)
    while pending:
        node = pending.pop()
        if id(node) in seen:
            continue
        if node is None:
            return False
        seen.add(id(node))
        head, tail, _ = node
        if isinstance(head, Fork):
            pending.extend(head.branches)
        elif isinstance(head[0], Undecided) or getattr(head[0], "quiet", False):
            pending.append(tail)
        else:
            return False
    return True
