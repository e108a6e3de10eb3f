"""with statements: models' contexts, classes with __enter__, @contextmanager functions."""

from __future__ import annotations

import ast
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from scopecheck.symbolic import access, inheritance
from scopecheck.symbolic.calls import bind_frame, too_deep
from scopecheck.symbolic.code import Expression, Statement
from scopecheck.symbolic.generators import (
    GeneratorContext,
    Iterator,
    advance,
    new_generator,
)
from scopecheck.symbolic.lower.expressions import lower
from scopecheck.symbolic.state import NORMAL, RAISE, RETURN, YIELD, Flow, State, after, then
from scopecheck.symbolic.values import (
    Builtin,
    Error,
    Foreign,
    Instance,
    Raised,
    Unknown,
    Value,
)

if TYPE_CHECKING:
    from scopecheck.symbolic.lower.function import Lowering, Store
    from scopecheck.symbolic.machine import Machine


def lower_with(scope: Lowering, node: Any) -> Statement:
    """``with a as x, b as y:``, which nests."""
    from scopecheck.symbolic.lower.statements import lower_body

    body = lower_body(scope, node.body)
    for item in reversed(node.items):
        target = scope.target(item.optional_vars) if item.optional_vars is not None else None
        place = Place(item.context_expr, _last(node.body))
        body = (_one(place, lower(scope, item.context_expr), target, body),)
    return body[0]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block is entered, and its last statement, where older Pythons see it left."""

    entered: Any
    last: Any


def _last(body: list[Any]) -> Any:
    """The statement that is compiled last: that of an inner block, if one ends the body."""
    node = body[-1]
    handlers = getattr(node, "handlers", None)
    inner = (
        getattr(node, "finalbody", None)
        or getattr(node, "orelse", None)
        or (handlers[-1].body if handlers else None)
    )
    if inner is None and isinstance(node, (ast.With, ast.For, ast.While, ast.If)):
        inner = node.body
    return _last(inner) if isinstance(inner, list) and inner else node


def _one(
    node: Place, manager: Expression, target: Store | None, body: tuple[Statement, ...]
) -> Statement:
    def run(m: Machine, state: State) -> list[Flow]:
        flows = m.run(state, manager)
        return then(flows, lambda f: _enter(m, node, f.state, f.value, target, body))

    return run


def _enter(
    m: Machine, node: Place, state: State, value: Value, target: Store | None, body: Any
) -> list[Flow]:
    if isinstance(value, GeneratorContext):
        return _generator(m, node.entered, state, value, target, body)

    def enter(m: Machine) -> tuple[Value, Value]:
        m.node = node.entered
        token, given = _open(m, value)
        if target is not None:
            target(m, given)
        return value, token

    def inside(entered: Flow) -> list[Flow]:
        return left(m.block(body, entered.state), entered.value)

    def left(flows: list[Flow], entered: tuple[Value, Value]) -> list[Flow]:
        out: list[Flow] = []
        for flow in flows:
            if flow.kind == YIELD:
                out.append(after(flow, lambda rest: left(rest, entered)))
            else:
                out.extend(_leave(m, node, flow, *entered))
        return out

    return then(m.run(state, enter), inside)


def _open(m: Machine, value: Value) -> tuple[Value, Value]:
    if isinstance(value, Foreign):
        token = value.held(m)
        given = value.enter(m, m.node)
        if given is not NotImplemented:
            return token, given
    elif isinstance(value, Instance):
        method = inheritance.find_attribute(m, value, "__enter__")
        if method is not None:
            return None, m.call(method)
    if isinstance(value, Unknown) and value.tame:
        return None, m.unknown("the context", tame=True)
    if isinstance(value, Unknown) and value.told:
        m.taint = max(m.taint, 1)
    else:
        m.undecided("a context manager", "what it does on entry is not known", 1)
    return None, m.unknown("the context", told=True)


def _leave(m: Machine, place: Place, flow: Flow, manager: Value, token: Value) -> list[Flow]:
    node = place.entered if m.library.python(m) >= (3, 8) else place.last
    if isinstance(manager, Foreign):

        def leave(m: Machine) -> Value:
            m.node = node
            before = m.trace
            try:
                manager.leave(m, token)
            except Raised as raised:
                if flow.kind != RAISE:
                    raise
                m.trace = before  # the error that goes through the block is the cause of this one
                error = replace(raised.error, event=None, site=m.site(), path=m.path())
                raise Raised(error) from None
            return flow.kind == RAISE and manager.swallows(m, flow.value)

    elif isinstance(manager, Instance):

        def leave(m: Machine) -> Value:
            m.node = node
            method = inheritance.find_attribute(m, manager, "__exit__")
            if method is None:
                return None
            swallow = m.call(method, (None, None, None) if flow.kind != RAISE else _error(m, flow))
            known = swallow.truth(m) if isinstance(swallow, Foreign) else bool(swallow)
            if isinstance(swallow, Unknown):
                known = True  # what is not known may swallow the error
            return flow.kind == RAISE and known is True

    elif isinstance(manager, Unknown) and manager.tame:
        return [flow]  # a file, a lock, an archive
    elif flow.kind == RAISE and isinstance(flow.value, Error):
        return [Flow(NORMAL, flow.state)]  # what is not known may swallow the error
    else:
        return [flow]
    out: list[Flow] = []
    for left in m.run(flow.state, leave):
        if left.kind == RAISE:
            out.append(left)
        elif flow.kind == RAISE and left.value is True:
            out.append(Flow(NORMAL, left.state))
        else:
            out.append(Flow(flow.kind, left.state, flow.value))
    return out


def _error(m: Machine, flow: Flow) -> tuple[Value, Value, Value]:
    error = flow.value
    if isinstance(error, Error):
        return (error.type, error, m.unknown("a traceback", not_none=True))
    return (None, None, None)


def _generator(
    m: Machine, node: Any, state: State, context: GeneratorContext, target: Store | None, body: Any
) -> list[Flow]:
    """Runs the generator with the block as the continuation of its yield."""
    outer = m.frame

    def resume(m: Machine, given: Value) -> Value:
        def block() -> list[Flow]:
            state = m.save()
            starts = m.run(state, lambda m: target(m, given)) if target else [Flow(NORMAL, state)]
            return then(starts, lambda start: m.block(body, start.state))

        return m.choose(lambda: _resumed(m, place, m.inside(outer, block)))

    function, arguments = context.function, context.arguments
    m.load(state)
    m.node = node
    if too_deep(m, function.code):
        m.undecided(function.code.qualname, "the recursion is too deep to follow", 1)
        return [Flow(NORMAL, m.save())]
    try:
        frame = bind_frame(m, function, arguments)
    except Raised as raised:
        return [Flow(RAISE, m.save(), raised.error)]
    place = ("left early", frame.id)
    frame.yields = resume
    m.reached[function.code] = None
    return _landed(m, place, m.run_body(frame, function.code.body, m.save()))


def _resumed(m: Machine, place: Any, flows: list[Flow]) -> list[Flow]:
    """Ends of the block, as the generator sees them: it goes on where the block is left early.

    How the block was left waits on the heap until the generator has ended.
    """
    out: list[Flow] = []
    for flow in flows:
        if flow.kind == YIELD:
            out.append(after(flow, lambda ends: _resumed(m, place, ends)))
        elif flow.kind in (NORMAL, RAISE):
            out.append(flow)
        else:
            m.load(flow.state)
            m.write(place, (flow.kind, flow.value))
            out.append(Flow(NORMAL, m.save()))
    return out


def _landed(m: Machine, place: Any, flows: list[Flow]) -> list[Flow]:
    """Ends of the generator, as the with statement sees them."""
    out: list[Flow] = []
    for flow in flows:
        if flow.kind == YIELD:
            out.append(after(flow, lambda ends: _landed(m, place, ends)))
        elif flow.kind in (NORMAL, RETURN):
            kind, value = flow.state.heap.get(place) or (NORMAL, None)
            if kind != NORMAL:
                m.load(flow.state)
                m.write(place, None)
                flow = Flow(kind, m.save(), value)
            out.append(Flow(kind, flow.state, value))
        else:
            out.append(flow)
    return out


def entered(m: Machine, value: Value) -> tuple[Value, Value]:
    """Enters a context by hand: what it gives, and the function that leaves it."""
    if isinstance(value, GeneratorContext):
        running = new_generator(m, bind_frame(m, value.function, value.arguments))
        return advance(m, running), Builtin("exit", lambda m, a: _resume(m, running, a.args))
    if isinstance(value, Instance):
        method = inheritance.find_attribute(m, value, "__exit__")
        return _open(m, value)[1], Builtin("exit", lambda m, a: None) if method is None else method
    leave = access.get_attribute(m, value, "__exit__")
    enter = access.get_attribute(m, value, "__enter__")
    return m.call(enter), leave


def _resume(m: Machine, running: Iterator, error: tuple[Value, ...]) -> Value:
    advance(m, running)
    return False


__all__ = ["entered", "lower_with"]
