"""try, except, else, finally."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scopecheck.symbolic.code import Expression, Statement
from scopecheck.symbolic.lower.expressions import lower
from scopecheck.symbolic.state import NORMAL, RAISE, YIELD, Flow, State, after, then
from scopecheck.symbolic.values import (
    BuiltinType,
    ClassRef,
    Error,
    Extern,
    Value,
)

if TYPE_CHECKING:
    from scopecheck.symbolic.lower.function import Lowering
    from scopecheck.symbolic.machine import Machine


def lower_try(scope: Lowering, node: Any) -> Statement:
    """A try statement; a caught error lets the path go on as TensorFlow's would."""
    from scopecheck.symbolic.lower.statements import lower_body

    body = lower_body(scope, node.body)
    handlers = [
        (
            lower(scope, handler.type) if handler.type is not None else None,
            scope.store(handler.name) if handler.name else None,
            lower_body(scope, handler.body),
            scope.delete(handler.name) if handler.name and not scope.code.python2 else None,
        )
        for handler in node.handlers
    ]
    orelse = lower_body(scope, node.orelse)
    final = lower_body(scope, node.finalbody)

    def attempt(m: Machine, state: State) -> list[Flow]:
        flows = handled(m, tried(m, state))
        return finished(m, flows) if final else flows

    def tried(m: Machine, state: State) -> list[Flow]:
        m.tries += bool(handlers)
        try:
            return m.block(body, state)
        finally:
            m.tries -= bool(handlers)

    def handled(m: Machine, flows: list[Flow]) -> list[Flow]:
        out: list[Flow] = []
        for flow in flows:
            if flow.kind == YIELD:
                out.append(after(flow, lambda rest: handled(m, rest)))
            elif flow.kind == NORMAL and orelse:
                out.extend(m.block(orelse, flow.state))
            elif flow.kind == RAISE and handlers and isinstance(flow.value, Error):
                out.extend(_handle(m, flow, handlers))
            else:
                out.append(flow)
        return out

    def finished(m: Machine, flows: list[Flow]) -> list[Flow]:
        out: list[Flow] = []
        for flow in flows:
            if flow.kind == YIELD:
                out.append(after(flow, lambda rest: finished(m, rest)))
            else:
                out.extend(restored(flow, m.block(final, flow.state)))
        return out

    return attempt


def restored(flow: Flow, ends: list[Flow]) -> list[Flow]:
    """The end of a block as it was before what had to be done first."""
    return then(ends, lambda end: [Flow(flow.kind, end.state, flow.value)])


def _handle(m: Machine, flow: Flow, handlers: list[Any]) -> list[Flow]:
    error: Error = flow.value
    for test, store, body, forget in handlers:
        if test is not None and not _matches(m, flow.state, test, error):
            continue

        def enter(m: Machine, store: Any = store) -> None:
            if store is not None:
                store(m, error if error.value is None else error.value)
            id = m.frame.id
            m.write(id, m.heap[id].set("<exception>", error))

        entered = m.run(flow.state, enter)
        flows = then(entered, lambda start, body=body: m.block(body, start.state))  # type: ignore[misc]
        return flows if forget is None else _forgotten(m, flows, store, forget)
    return [flow]


def _forgotten(m: Machine, flows: list[Flow], store: Any, forget: Any) -> list[Flow]:
    """The ends of a handler, after which Python 3 unbinds the name of its error."""

    def unbind(m: Machine) -> None:
        store(m, None)
        forget(m)

    out: list[Flow] = []
    for flow in flows:
        if flow.kind == YIELD:
            out.append(after(flow, lambda rest: _forgotten(m, rest, store, forget)))
        else:
            out.extend(restored(flow, m.run(flow.state, unbind)))
    return out


def _matches(m: Machine, state: State, test: Expression, error: Error) -> bool:
    flows = m.run(state, test)
    if not flows or flows[0].kind != NORMAL:
        return False
    return catches(flows[0].value, error)


def catches(kinds: Value, error: Error) -> bool:
    """Whether an except clause for these classes takes an error."""
    if isinstance(kinds, tuple):
        return any(catches(kind, error) for kind in kinds)
    raised = error.type
    if isinstance(kinds, BuiltinType):
        if isinstance(raised, BuiltinType):
            return issubclass(raised.type, kinds.type)
        if isinstance(raised, ClassRef):
            return any(
                isinstance(base, BuiltinType) and issubclass(base.type, kinds.type)
                for base in raised.mro
            ) or kinds.type in (Exception, BaseException)
        return kinds.type in (Exception, BaseException)
    if isinstance(kinds, ClassRef) and isinstance(raised, ClassRef):
        return kinds in raised.mro
    if isinstance(kinds, Extern):
        return isinstance(raised, Extern) and raised.name == kinds.name
    return False


__all__ = ["catches", "lower_try"]
