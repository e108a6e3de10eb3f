"""Generators: run to their end when iterated, or around a with block."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from scopecheck.symbolic.state import RAISE, RETURN, Flow
from scopecheck.symbolic.values import Function, Items, Jump, ListRef, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine

LIMIT = 200


@dataclass(frozen=True, slots=True, eq=False)
class Generator:
    """A generator function's call, not run yet."""

    function: Function
    arguments: Any


@dataclass(frozen=True, slots=True, eq=False)
class GeneratorContext:
    """A ``@contextmanager`` function's call: run when entered."""

    function: Function
    arguments: Any = field(default=None)


def run_generator(m: Machine, generator: Generator) -> Items:
    """Everything a generator yields; after a bound it is stopped and the rest left open."""
    from scopecheck.symbolic.calls import bind_frame

    sink: ListRef = m.new_list()

    def take(m: Machine, value: Value) -> Value:
        held: Items = m.contents(sink)
        if len(held.items) >= LIMIT:
            m.write(sink.id, Items(held.items, True))
            from scopecheck.symbolic.values import Raised

            raise Raised(Jump(RETURN, None))
        m.write(sink.id, Items((*held.items, value), held.open))
        return None

    def outcomes() -> list[Flow]:
        code = generator.function.code
        m.reached.add(code)
        frame = bind_frame(m, generator.function, generator.arguments)
        frame.yields = take
        flows = []
        for flow in m.run_body(frame, code.body, m.save()):
            if flow.kind == RAISE and not isinstance(flow.value, Jump):
                flows.append(flow)
            else:
                flows.append(Flow(0, flow.state, None))
        return flows

    m.choose(outcomes)
    held: Items = m.contents(sink)
    return held
