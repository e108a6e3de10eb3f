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

from scopecheck.symbolic.choices import Choice, settled
from scopecheck.symbolic.differences import Differences
from scopecheck.symbolic.state import (
    NORMAL,
    RAISE,
    TOO_LONG,
    TOO_MANY,
    YIELD,
    Cons,
    Flow,
    State,
    Suspend,
    Suspended,
    after,
    recorded,
)
from scopecheck.symbolic.values import (
    BuiltinType,
    Dead,
    DictRef,
    Error,
    Frame,
    Items,
    ListRef,
    Raised,
    Ref,
    Table,
    TupleRef,
    Unknown,
    Value,
    bounded,
)
from scopecheck.trace import CallPath, Event, Site, Undecided, VariableMade, VariableRequested

if TYPE_CHECKING:
    from scopecheck.symbolic.code import Code
    from scopecheck.symbolic.library import Library
    from scopecheck.symbolic.modules import Importer

EMPTY: immutables.Map[Any, Any] = immutables.Map()


GIVEN_UP = Error(BuiltinType(SystemExit))
"""How a path ends when its budget is spent: what was seen up to there is kept."""


class Pass:
    """One pass of a loop that is being run: which loop, reached how, and the pass's number.

    items: it goes over the items of something, not over numbers. world: before the loop.
    """

    __slots__ = ("items", "number", "path", "site", "world")

    def __init__(self, site: Site, path: CallPath, number: int, world: Any, items: bool) -> None:
        self.items = items
        self.site = site
        self.path = path
        self.number = number
        self.world = world


class Budget:
    """How much one entry may cost: steps taken, paths alive, calls deep.

    lavish, combined: after so many steps, or tests that a user decides, not every combination
    of flags is followed any more. usual: how many of the steps are kept for the paths on which
    no such test went the less usual way. exhausted, stopped: why something was not followed to
    its end, if so, and where that was first.
    """

    __slots__ = (
        "combined",
        "depth",
        "exhausted",
        "lavish",
        "paths",
        "steps",
        "stopped",
        "usual",
        "whole",
    )

    def __init__(
        self, steps: int = 150_000, paths: int = 16, depth: int = 120, usual: int = 0
    ) -> None:
        self.lavish = 4_000
        self.combined = 4
        self.steps = self.whole = steps + usual
        self.usual = usual
        self.paths = paths
        self.depth = depth
        self.exhausted = ""
        self.stopped: CallPath = ()


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
        self.frame: Frame = None  # type: ignore[assignment]
        self.node: ast.AST = ast.Pass()
        self.last: tuple[Frame | None, ast.AST] = (None, self.node)
        self.log: list[Flow] = []
        self.position = 0
        self.pending: list[tuple[list[Flow], list[int]]] = []
        self.ids: list[int] = []
        self.allocated = 0
        self.next_id = 1
        self.depth = 0
        self.active: list[Any] = []
        self.places: dict[CallPath, int] = {}
        self.reached: dict[Any, None] = {}
        self.slotted: set[int] = set()
        self.recursions: dict[Any, tuple[int, Any]] = {}
        self.texts: dict[Any, tuple[str, bool]] = {}
        self.open_entry = ""
        self.left_out = False  # whether an entry's caller may give what is None by default
        self.loops: tuple[Pass, ...] = ()
        self.tries = 0
        self.tested: dict[tuple[ast.expr, bool], set[tuple[int, ...]]] = {}
        self.differences = Differences()
        self.usual: dict[Any, bool] = {}
        self.turned: dict[Any, dict[int, int]] = {}
        self.settled: set[ast.expr] = set()
        # Whether later passes of a loop over an unknown count were run, by its place and count.
        self.gone_on: dict[tuple[object, object], bool] = {}
        self.comparing = 0
        self.unknowns = 0
        self.apart: dict[int, None] = {}
        self.told: dict[str, list[tuple[str, ...]]] = {}  # what reads alike
        self.counts: dict[str, int] = {}  # flags whose small default counts a loop's passes
        self.often: frozenset[str] = frozenset()  # flags that are taken to be OFTEN
        self.argv: tuple[str, ...] | None = None  # the command line, where it is known

    # -- the current path ---------------------------------------------------------------

    def load(self, state: State) -> None:
        """Makes a state the current path."""
        self.heap = state.heap
        self.world = state.world
        self.decisions = state.decisions
        self.trace = state.trace
        self.taint = state.taint
        self.writes = state.writes

    def save(self) -> State:
        """The current path as a state."""
        return State(self.heap, self.world, self.decisions, self.trace, self.taint, self.writes)

    def write(self, id: int, contents: Any) -> None:
        """Sets the contents of a heap object."""
        self.heap = self.heap.set(id, contents)
        self.writes = (id, self.writes, self.writes[2] + 1 if self.writes else 1)

    def allocate(self, contents: Any) -> int:
        """A new heap object; ids are never used twice, on any path; a replay has its own again."""
        at = self.allocated
        self.allocated = at + 1
        if at < len(self.ids):
            id = self.ids[at]
        else:
            id = self.next_id
            self.next_id = id + 1
            self.ids.append(id)
        self.heap = self.heap.set(id, contents)
        self.writes = (id, self.writes, self.writes[2] + 1 if self.writes else 1)
        return id

    def new_list(self, items: Iterable[Value] = (), open: bool = False) -> ListRef:
        """A new list."""
        id = self.allocate(bounded(tuple(items), open))
        self.slotted.add(id)
        return ListRef(id)

    def new_tuple(self, held: Items) -> Value:
        """A tuple of the items, by reference where unseen ones may follow them."""
        return TupleRef(self.new_list(held.items, True).id) if held.open else held.items

    def new_dict(self, items: dict[Value, Value], open: bool = False) -> DictRef:
        """A new dict."""
        id = self.allocate(Table(items, open))
        self.slotted.add(id)
        return DictRef(id)

    def contents(self, ref: Ref) -> Any:
        """What the heap holds for a reference; splits the path where that is open."""
        held = self.heap.get(ref.id)
        return settled(self, held) if type(held) is Choice else held

    def give_up(self, why: str, between: bool = False) -> None:
        """What comes after this place is not followed on every path.

        between: after a statement, so that the place is that of what it did last.
        """
        budget = self.budget
        budget.exhausted = why
        frame: Frame | None = self.frame
        if budget.stopped or frame is None:
            return
        saved = self.node
        if between and self.last[0] is frame:
            self.node = self.last[1]
        budget.stopped = self.path()
        self.node = saved

    # -- choices ------------------------------------------------------------------------

    def step(self) -> None:
        """Counts a step; ends the path when the budget is spent."""
        budget = self.budget
        budget.steps -= 1
        if budget.steps < 0:
            self.give_up(TOO_LONG)
            raise Dead

    def choose(self, outcomes: Callable[[], list[Flow]]) -> Value:
        """Goes on with the first of several outcomes and leaves the rest pending."""
        position = self.position
        log = self.log
        if position < len(log):
            flow = log[position]
        else:
            own = (self.ids, self.allocated)
            self.ids, self.allocated = [], 0
            try:
                flows = outcomes()
            finally:
                self.ids, self.allocated = own
            if not flows:
                raise Dead
            flow = flows[0]
            for other in flows[1:]:
                self.pending.append(([*log, other], self.ids[: self.allocated]))
            log.append(flow)
        self.position = position + 1
        self.load(flow.state)
        if flow.kind == RAISE:
            raise Raised(flow.value)
        if flow.kind == YIELD:
            raise Suspend(flow.value)
        return flow.value

    def suspend(self, value: Value) -> Value:
        """Yields a value: the statement goes on when it is resumed, with what it is sent."""

        def resume(m: Machine, state: State, sent: Flow) -> list[Flow]:
            return [Flow(sent.kind, state, sent.value)]

        return self.choose(lambda: [Flow(YIELD, self.save(), Suspended(value, resume))])

    def run(self, state: State, action: Callable[[Machine], Value]) -> list[Flow]:
        """Every way an action can end from a state: NORMAL with its value, RAISE or YIELD."""
        return self._replay(state, action, [([], [])])

    def _replay(
        self,
        state: State,
        action: Callable[[Machine], Value],
        pending: list[tuple[list[Flow], list[int]]],
    ) -> list[Flow]:
        saved = (self.log, self.position, self.pending, self.node, self.ids, self.allocated)
        frame = self.frame
        flows: list[Flow] = []
        ended = 0
        self.pending = pending
        while pending:
            self.log, self.ids = pending.pop()
            self.position = self.allocated = 0
            self.load(state)
            self.frame = frame
            if len(flows) - ended >= 2 * self.budget.paths:
                self.give_up(TOO_MANY)
                break
            try:
                value = action(self)
                flows.append(Flow(NORMAL, self.save(), value))
            except Raised as raised:
                ended += 1
                flows.append(Flow(RAISE, self.save(), raised.error))
            except Suspend as suspend:
                flows.append(self._suspended(state, action, suspend.suspended))
            except (RecursionError, MemoryError, OverflowError):
                self.give_up("a value is too deep or too large to follow")
                flows.append(Flow(RAISE, state, GIVEN_UP))
            except Dead:
                if self.budget.exhausted:
                    flows.append(Flow(RAISE, self.save(), GIVEN_UP))
        self.last = (frame, self.node)
        self.log, self.position, self.pending, self.node, self.ids, self.allocated = saved
        self.frame = frame
        return flows

    def _suspended(
        self, start: State, action: Callable[[Machine], Value], inner: Suspended
    ) -> Flow:
        """A statement that stops in the middle: its log up to there is what it resumes from."""
        log, ids = self.log[: self.position - 1], self.ids[: self.allocated]

        def resume(m: Machine, state: State, sent: Flow) -> list[Flow]:
            ends = inner.resume(m, state, sent)
            return m._replay(start, action, [([*log, end], list(ids)) for end in reversed(ends)])

        return Flow(YIELD, self.save(), Suspended(inner.value, resume))

    def block(self, body: tuple[Any, ...], state: State) -> list[Flow]:
        """Runs statements one after the other on every path; joins where paths meet again."""
        return self._block(body, 0, [state], [])

    def _block(
        self, body: tuple[Any, ...], at: int, states: list[State], out: list[Flow]
    ) -> list[Flow]:
        for index in range(at, len(body)):
            statement = body[index]
            following: list[State] = []
            self.budget.steps -= len(states)
            if self.budget.steps < self.budget.usual:
                states = self._affordable(states, out)
                if not states:
                    return out
            for one in states:
                for flow in statement(self, one):
                    if flow.kind == NORMAL:
                        following.append(flow.state)
                    elif flow.kind == YIELD:
                        out.append(self._rest(flow, body, index + 1))
                    else:
                        out.append(flow)
            if not following:
                return out
            states = following if len(following) == 1 else self.join(following)
        out.extend(Flow(NORMAL, one) for one in states)
        return out

    def _affordable(self, states: list[State], out: list[Flow]) -> list[State]:
        """The paths that go on though the budget is all but spent; the others end here."""
        from scopecheck.symbolic.decisions import is_usual

        left = [one for one in states if self.budget.steps >= 0 and is_usual(self, one.decisions)]
        if len(left) < len(states):
            self.give_up(TOO_LONG, True)
            out.extend(Flow(RAISE, one, GIVEN_UP) for one in states if one not in left)
        return left

    def _rest(self, flow: Flow, body: tuple[Any, ...], at: int) -> Flow:
        def go(ends: list[Flow]) -> list[Flow]:
            states = [end.state for end in ends if end.kind == NORMAL]
            out = [
                self._rest(end, body, at) if end.kind == YIELD else end
                for end in ends
                if end.kind != NORMAL
            ]
            return self._block(body, at, self.join(states), out) if states else out

        return after(flow, go)

    def join(self, states: list[State]) -> list[State]:
        """Joins the states that differ in nothing that matters."""
        from scopecheck.symbolic.joins import join_states

        self.budget.steps -= len(states)
        joined = join_states(self, states)
        if len(joined) > self.budget.paths:
            self.give_up(TOO_MANY, True)
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
        return self.inside(frame, lambda: self.block(body, state))

    def inside(self, frame: Frame, act: Callable[[], list[Flow]]) -> list[Flow]:
        """Runs something in a frame; what is suspended in it resumes in it."""
        saved = (self.frame, self.node)
        self.frame = frame
        self.depth += 1
        self.active.append(frame.code)
        try:
            flows = act()
        finally:
            self.depth -= 1
            self.active.pop()
            self.frame, self.node = saved
        return [self._back(frame, flow) if flow.kind == YIELD else flow for flow in flows]

    def _back(self, frame: Frame, flow: Flow) -> Flow:
        held: Suspended = flow.value

        def resume(m: Machine, state: State, sent: Flow) -> list[Flow]:
            return m.inside(frame, lambda: held.resume(m, state, sent))

        return Flow(YIELD, flow.state, Suspended(held.value, resume))

    # -- the trace ----------------------------------------------------------------------

    def site(self) -> Site:
        """The span of the program's call that is being made."""
        frame = self.frame
        code: Code = frame.code
        if code.shipped and frame.path:
            last: Site = frame.path[-1]
            return last
        return code.site(self.node)

    def path(self) -> CallPath:
        """The way to the program's current call, outermost first, the call itself last."""
        frame = self.frame
        if frame.code.shipped and frame.path:
            return frame.path
        return (*frame.path, frame.code.site(self.node))

    def emit(self, event: Event) -> None:
        """Adds an event to the trace of the current path."""
        self.record(event, isinstance(event, (VariableRequested, VariableMade)))

    def record(self, item: Any, touches: int = 0) -> None:
        """Adds an event, or what becomes one when the path has ended, to the trace."""
        self.trace = recorded((item, self.decisions), self.trace, touches)

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
        told: bool = False,
    ) -> Unknown:
        """A new unknown."""
        self.unknowns += 1
        key = self.identity()
        return Unknown(key, text, free=free, kind=kind, not_none=not_none, tame=tame, told=told)

    def identity(self) -> tuple[Any, ...]:
        """What tells a new value apart: the call, the way to it and how often it was made."""
        frame = self.frame
        if frame.place < 0:
            frame.place = self.places.setdefault(frame.path, len(self.places))
        key: Any = ("seen", id(self.node), frame.place)
        count = self.heap.get(key, 0)
        self.write(key, count + 1)
        return (*key[1:], count)

    def fail(self, type_name: str, message: Value, epoch: str = "") -> Raised:
        """An exception of Python's own, ready to be raised; epoch: as in Error."""
        from scopecheck.symbolic.builtins.types import builtin_type

        args = (message,) if type_name == "KeyError" or message != "" else ()
        kind = builtin_type(type_name)
        return Raised(Error(kind, args, site=self.site(), path=self.path(), epoch=epoch))
