"""The machine: the current path, its heap, and the choices that split it.

An expression runs in direct style on the current path. Where it can end in more than one
way (an unknown test, a call with several outcomes) ``choose`` takes the first outcome and
leaves the others pending: the statement is then run again from the state in which it
began, with every call's outcome replayed from its log, so that nothing is computed twice
and a fork copies nothing.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

import immutables

from scopecheck.symbolic.state import NORMAL, RAISE, Cons, Flow, State
from scopecheck.symbolic.values import (
    Dead,
    DictRef,
    Error,
    Frame,
    Items,
    ListRef,
    Raised,
    Ref,
    Table,
    Unknown,
    Value,
)
from scopecheck.trace import CallPath, Event, Site, Undecided

if TYPE_CHECKING:
    from scopecheck.symbolic.library import Library
    from scopecheck.symbolic.modules import Importer

EMPTY: immutables.Map[Any, Any] = immutables.Map()


class Budget:
    """How much one entry may cost: steps taken, paths alive, calls deep."""

    __slots__ = ("depth", "exhausted", "paths", "steps")

    def __init__(self, steps: int = 150_000, paths: int = 16, depth: int = 120) -> None:
        self.steps = steps
        self.paths = paths
        self.depth = depth
        self.exhausted = ""


class Machine:
    """Runs lowered code; holds the current path unpacked into attributes."""

    def __init__(self, library: Library, importer: Importer, budget: Budget) -> None:
        self.library = library
        self.importer = importer
        self.budget = budget
        self.heap: immutables.Map[int, Any] = EMPTY
        self.world: Any = None
        self.decisions: immutables.Map[Any, Any] = EMPTY
        self.trace: Cons = None
        self.taint = 0
        self.writes: Cons = None
        self.seen: immutables.Map[Any, int] = EMPTY
        self.frame: Frame = None  # type: ignore[assignment]
        self.node: ast.AST = ast.Pass()
        self.log: list[Flow] = []
        self.position = 0
        self.pending: list[list[Flow]] = []
        self.next_id = 1
        self.depth = 0
        self.active: list[Any] = []
        self.reached: set[Any] = set()
        self.texts: dict[tuple[Any, ...], tuple[str, bool]] = {}
        self.open_entry = ""

    # -- the current path ---------------------------------------------------------------

    def load(self, state: State) -> None:
        """Makes a state the current path."""
        self.heap = state.heap
        self.world = state.world
        self.decisions = state.decisions
        self.trace = state.trace
        self.taint = state.taint
        self.writes = state.writes
        self.seen = state.seen

    def save(self) -> State:
        """The current path as a state."""
        return State(
            self.heap, self.world, self.decisions, self.trace, self.taint, self.writes, self.seen
        )

    def write(self, id: int, contents: Any) -> None:
        """Sets the contents of a heap object."""
        self.heap = self.heap.set(id, contents)
        self.writes = (id, self.writes)

    def allocate(self, contents: Any) -> int:
        """A new heap object; ids are never used twice, on any path."""
        id = self.next_id
        self.next_id = id + 1
        self.heap = self.heap.set(id, contents)
        self.writes = (id, self.writes)
        return id

    def new_list(self, items: Iterable[Value] = (), open: bool = False) -> ListRef:
        """A new list."""
        return ListRef(self.allocate(Items(tuple(items), open)))

    def new_dict(self, items: dict[Value, Value] | None = None, open: bool = False) -> DictRef:
        """A new dict."""
        return DictRef(self.allocate(Table(items or {}, open)))

    def contents(self, ref: Ref) -> Any:
        """What the heap holds for a reference."""
        return self.heap.get(ref.id)

    # -- choices ------------------------------------------------------------------------

    def step(self) -> None:
        """Counts a step; ends the path when the budget is spent."""
        budget = self.budget
        budget.steps -= 1
        if budget.steps < 0:
            budget.exhausted = "the step budget is spent"
            raise Dead

    def choose(self, outcomes: Callable[[], list[Flow]]) -> Value:
        """Goes on with the first of several outcomes and leaves the rest pending."""
        position = self.position
        log = self.log
        if position < len(log):
            flow = log[position]
        else:
            flows = outcomes()
            if not flows:
                raise Dead
            flow = flows[0]
            if len(flows) > 1:
                for other in flows[1:]:
                    self.pending.append([*log, other])
            log.append(flow)
        self.position = position + 1
        self.load(flow.state)
        if flow.kind == RAISE:
            raise Raised(flow.value)
        return flow.value

    def run(self, state: State, action: Callable[[Machine], Value]) -> list[Flow]:
        """Every way an action can end from a state: NORMAL with its value, or RAISE."""
        saved = (self.log, self.position, self.pending, self.node)
        frame = self.frame
        flows: list[Flow] = []
        self.pending = [[]]
        pending = self.pending
        while pending:
            self.log = pending.pop()
            self.position = 0
            self.load(state)
            self.frame = frame
            try:
                value = action(self)
                flows.append(Flow(NORMAL, self.save(), value))
            except Raised as raised:
                flows.append(Flow(RAISE, self.save(), raised.error))
            except Dead:
                pass
        self.log, self.position, self.pending, self.node = saved
        self.frame = frame
        return flows

    def block(self, body: tuple[Any, ...], state: State) -> list[Flow]:
        """Runs statements one after the other on every path; joins where paths meet again."""
        states = [state]
        out: list[Flow] = []
        for statement in body:
            following: list[State] = []
            for one in states:
                for flow in statement(self, one):
                    if flow.kind == NORMAL:
                        following.append(flow.state)
                    else:
                        out.append(flow)
            if not following:
                return out
            states = following if len(following) == 1 else self.join(following)
        out.extend(Flow(NORMAL, one) for one in states)
        return out

    def join(self, states: list[State]) -> list[State]:
        """Joins the states that differ in nothing that matters."""
        from scopecheck.symbolic.joins import join_states

        joined = join_states(self, states)
        if len(joined) > self.budget.paths:
            self.budget.exhausted = "too many paths are alive at once"
            joined = joined[: self.budget.paths]
        return joined

    def truth(self, value: Value) -> bool:
        """Whether a value is true; an unknown splits the path, the same one only once."""
        from scopecheck.symbolic.decisions import truth

        return truth(self, value)

    # -- calls --------------------------------------------------------------------------

    def call(self, function: Value, args: Iterable[Value] = (), **kwargs: Value) -> Value:
        """Calls a value from a model."""
        from scopecheck.symbolic.calls import Arguments, call_value

        return call_value(self, function, Arguments(tuple(args), kwargs))

    def run_body(self, frame: Frame, body: tuple[Any, ...], state: State) -> list[Flow]:
        """Runs a function's body in its own frame."""
        saved = (self.frame, self.node)
        self.frame = frame
        self.depth += 1
        self.active.append(frame.code)
        try:
            return self.block(body, state)
        finally:
            self.depth -= 1
            self.active.pop()
            self.frame, self.node = saved

    # -- the trace ----------------------------------------------------------------------

    def site(self) -> Site:
        """The span of the call that is being made."""
        return self.frame.code.site(self.node)

    def path(self) -> CallPath:
        """The way to the current call, outermost first, the call itself last."""
        return (*self.frame.path, self.frame.code.site(self.node))

    def emit(self, event: Event) -> None:
        """Adds an event to the trace of the current path."""
        self.trace = ((event, self.decisions), self.trace)

    def undecided(self, what: str, reason: str, taint: int = 0) -> None:
        """Records that something could not be decided here."""
        self.taint = max(self.taint, taint)
        self.emit(Undecided(self.site(), self.path(), what, reason))

    def unknown(
        self,
        text: str = "",
        *,
        free: bool = False,
        kind: str = "",
        not_none: bool = False,
        tame: bool = False,
    ) -> Unknown:
        """A new unknown: its identity is the call, the way to it and how often it was made."""
        spot = (id(self.node), self.frame.path)
        count = self.seen.get(spot, 0)
        self.seen = self.seen.set(spot, count + 1)
        key = (*spot, count)
        return Unknown(key, text, free=free, kind=kind, not_none=not_none, tame=tame)

    def fail(self, type_name: str, message: str, event: Any = None) -> Raised:
        """An exception of Python's own, ready to be raised."""
        from scopecheck.symbolic.builtins.types import builtin_type

        return Raised(Error(builtin_type(type_name), (message,), event))

