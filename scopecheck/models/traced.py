"""``tf.function``: a function whose body builds a graph of its own when called eagerly."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scopecheck.symbolic.values import Foreign, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine


class Traced(Foreign):
    """A function behind ``tf.function``. In graph mode it shares the graph at hand."""

    __slots__ = ("function",)
    wraps_method = True

    def __init__(self, function: Value) -> None:
        self.function = function

    def call(self, m: Machine, args: Any) -> Value:
        """Builds the body; under eager execution what the trace keeps is not modelled."""
        if m.world.executing_eagerly:
            m.undecided("tf.function", "tracing under eager execution is not modelled", 1)
            return m.unknown("the function's result", not_none=True)
        return m.call(self.function, args.args, **args.kwargs)
