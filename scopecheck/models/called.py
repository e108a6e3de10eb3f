"""Calls that touched variables: of the program's functions, and of layers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from scopecheck.models.bound import Constants
from scopecheck.models.bound import bound as constants_of
from scopecheck.models.refusal import state_of
from scopecheck.models.store.reuse_modes import AutoReuse
from scopecheck.models.store.variables import VariableTensor
from scopecheck.models.told import Raw, Teller, tensors_in
from scopecheck.models.world import scope_data
from scopecheck.symbolic.joins import Fork
from scopecheck.symbolic.state import NORMAL, Flow
from scopecheck.symbolic.values import Instance, Value
from scopecheck.trace import (
    CallPath,
    Event,
    FunctionCalled,
    Reuse,
    ReuseSwitched,
    ScopeEntered,
    ScopeState,
    Site,
    Variable,
    VariableMade,
    VariableRequested,
)

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine
    from scopecheck.symbolic.values import Frame

PLAIN = (bool, int, float, str, type(None))


@dataclass(frozen=True, slots=True, eq=False)
class Called(Raw):
    """A call that touched variables; begin: the history it began with.

    holding: variables that the call uses besides those that it asked for.
    """

    site: Site
    path: CallPath
    function: str
    defined: Site
    number: int
    within: int | None
    receiver: int | None
    tensors: tuple[Value, ...]
    results: tuple[Value, ...]
    arguments: tuple[tuple[str, str], ...]
    defaults: tuple[tuple[str, str], ...]
    scope: ScopeState
    library: bool
    graph: int
    begin: Any
    holding: tuple[VariableTensor, ...] = ()
    bound: Constants = ()

    def tell(self, teller: Teller, cell: Any, when: tuple[str, ...]) -> Event | None:
        """The event, with the variables of everything that happened inside."""
        inside = _inside(teller, cell, self.begin)
        held: dict[tuple[int, str], Variable] = {}
        made: set[str] = set()
        asked: set[Reuse] = set()
        for one in self.holding:
            held[one.record.graph, one.record.name] = one.record
        for event in inside:
            if isinstance(event, FunctionCalled):
                held.update({(one.graph, one.name): one for one in event.held})
                made |= event.made
                asked |= event.asked
            elif isinstance(event, ScopeEntered):
                asked.add(event.asked)
            elif isinstance(event, ReuseSwitched):
                asked.add(Reuse.ON)
            elif _is_variable(event):
                held[event.variable.graph, event.variable.name] = event.variable
                if getattr(event, "outcome", "created") == "created":
                    made.add(event.variable.name)
        told = FunctionCalled(
            self.site,
            self.path,
            self.function,
            self.defined,
            self.number,
            self.within,
            self.receiver,
            (),
            teller.every(self.tensors),
            teller.every(self.results),
            tuple(held.values()),
            frozenset(made),
            self.arguments,
            self.defaults,
            frozenset(asked),
            self.scope,
            self.library,
            self.graph,
            self.bound,
            teller.under(cell[0][1]),
            when,
        )
        teller.called[id(cell)] = told
        return told


def _is_variable(event: VariableRequested | VariableMade) -> bool:
    """Whether the call got a variable, and no slot of an optimizer."""
    if isinstance(event, VariableMade):
        return True
    return event.variable is not None and event.outcome != "refused" and event.purpose == "variable"


def _inside(teller: Teller, cell: Any, begin: Any) -> list[Any]:
    """What happened in a call, oldest first; a call inside it stands for what it did."""
    found: list[Any] = []
    seen: set[int] = set()
    pending = [cell[1]]
    while pending:
        node = pending.pop()
        if node is None or node is begin or id(node) in seen:
            continue
        seen.add(id(node))
        head, tail = node[0], node[1]
        if isinstance(head, Fork):
            pending.extend(reversed(head.branches))
            continue
        event = head[0]
        if isinstance(event, Called):
            known = teller.called.get(id(node))
            if known is not None:
                found.append(known)
            pending.append(event.begin)
            continue
        if isinstance(event, (ScopeEntered, ReuseSwitched, VariableRequested, VariableMade)):
            found.append(event)
        pending.append(tail)
    return found[::-1]


def function_called(m: Machine, frame: Frame, a: Arguments, before: Any, flow: Flow) -> Flow:
    """Records a call of one of the program's functions on the path that it ended on."""
    code = frame.code
    if flow.kind != NORMAL or code.shipped:
        return flow
    m.load(flow.state)
    bound = {**dict(zip(code.parameters.positional, a.args, strict=False)), **a.kwargs}
    first = a.args[0] if a.args else None
    owner = frame.function.owner if frame.function is not None else None
    receiver = first if owner is not None and isinstance(first, Instance) else None
    given = (*a.args[1:], *a.kwargs.values()) if receiver is not None else a.every()
    result = flow.value
    if code.name == "__init__" and isinstance(receiver, Instance):
        result = receiver
    record = Called(
        m.site(),
        m.path(),
        code.qualname,
        code.site(code.node),
        frame.id,
        _caller(m),
        receiver.id if receiver is not None else None,
        tensors_in(m, given),
        tensors_in(m, (result,)),
        written(bound),
        written({name: value for name, value in _defaults(frame).items() if name not in bound}),
        state_of(scope_data(m)),
        False,
        m.world.stack[-1],
        before,
        bound=constants_of(m, frame, bound),
    )
    m.record(record)
    return Flow(flow.kind, m.save(), flow.value)


def layer_called(
    m: Machine, function: str, given: dict[str, Value], inputs: Value, result: Value, before: Any
) -> None:
    """Records a call of one of TensorFlow's layers."""
    site = m.site()
    record = Called(
        site,
        m.path(),
        function,
        site,
        m.allocate(None),
        _caller(m),
        None,
        tensors_in(m, (inputs,)),
        tensors_in(m, (result,)),
        written(given),
        (),
        state_of(scope_data(m)),
        True,
        m.world.stack[-1],
        before,
    )
    m.record(record)


def unit_called(
    m: Machine,
    name: str,
    made: Site,
    tensors: tuple[tuple[Value, ...], tuple[Value, ...]],
    variables: tuple[VariableTensor, ...],
    before: Any,
) -> None:
    """Records a call of a layer or model that has its variables; made: where it was made.

    tensors: what it was called on and what it returned. Each unit is a network of its own.
    """
    record = Called(
        m.site(),
        m.path(),
        name,
        replace(made, function=name),
        m.allocate(None),
        _caller(m),
        None,
        *tensors,
        (),
        (),
        state_of(scope_data(m)),
        False,
        m.world.stack[-1],
        before,
        variables,
    )
    m.record(record, 1)


def _defaults(frame: Frame) -> dict[str, Value]:
    function = frame.function
    if function is None:
        return {}
    names = frame.code.parameters.positional
    last = names[len(names) - len(function.defaults) :]
    return {**dict(zip(last, function.defaults, strict=False)), **function.kw_defaults}


def _caller(m: Machine) -> int | None:
    frame = m.frame.caller or m.frame
    return frame.id if frame.function is not None else None


def written(given: dict[str, Value]) -> tuple[tuple[str, str], ...]:
    """The constants among arguments, as a program would write them."""
    return tuple(
        (name, "tf.AUTO_REUSE" if isinstance(value, AutoReuse) else repr(value))
        for name, value in given.items()
        if isinstance(value, (*PLAIN, AutoReuse))
    )
