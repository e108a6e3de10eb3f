"""``tf.function``: a function whose body is traced into a graph of its own.

The traced graph shares the variable store and the variable scopes of the graph around it,
also of the one that eager execution has in the background.
Source: tensorflow/python/eager/def_function.py, ``Function._call`` and ``_initialize``;
tensorflow/python/framework/func_graph.py, ``WHITELIST_COLLECTIONS``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import immutables

from scopecheck.models import naming
from scopecheck.models.callbacks import call_back, converted
from scopecheck.models.registry import Model
from scopecheck.models.tensors import Tensor
from scopecheck.models.world import EMPTY, current, update
from scopecheck.symbolic.calls import Arguments
from scopecheck.symbolic.state import touches_of
from scopecheck.symbolic.values import Builtin, Foreign, Function, Instance, Method, Unknown, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine


@dataclass(frozen=True, slots=True)
class Traces:
    """What a function was traced for: the results, by the kinds of its arguments.

    asks: whether a tracing made or looked up variables, so that another could be refused.
    """

    results: immutables.Map[Any, Value] = EMPTY
    asks: bool = False


class Traced(Foreign):
    """A function behind ``tf.function``; on the heap, its traces for each receiver.

    twice: the first call traces a second time if the first tracing made a variable.
    signed: it has an ``input_signature``, and so one trace for all arguments.
    """

    __slots__ = ("function", "place", "signed", "twice")
    wraps_method = True

    def __init__(self, function: Value, place: int, twice: bool, signed: bool) -> None:
        self.function = function
        self.place = place
        self.twice = twice
        self.signed = signed

    def get_attribute(self, m: Machine, name: str) -> Value:
        """``python_function``; tracing it without a call is not modelled."""
        return self.function if name in ("python_function", "__wrapped__") else NotImplemented

    def call(self, m: Machine, args: Any) -> Value:
        """Traces the body, unless it was traced for such arguments before."""
        receiver = args.args[0] if args.args and isinstance(args.args[0], Instance) else None
        held: Traces | None = m.heap[self.place].get(receiver)
        key = (m.world.stack[-1],) if self.signed else _signature(m, self.function, args)
        if held is not None and key is None and held.asks:
            m.undecided("tf.function", "whether the call traces it again is not known", 1)
            return m.unknown("the function's result", not_none=True)
        if held is not None and key in held.results:
            return held.results[key]
        before = touches_of(m.trace)
        result = self._first(m, args) if held is None else self._trace(m, args, barred=True)
        traces = held or Traces()
        asks = traces.asks or touches_of(m.trace) > before
        traces = Traces(traces.results.set(key, result), asks)
        m.write(self.place, m.heap[self.place].set(receiver, traces))
        return result

    def _first(self, m: Machine, args: Arguments) -> Value:
        before = m.world.lifted
        result = self._trace(m, args)
        if m.world.lifted != before and self.twice:
            result = self._trace(m, args, barred=True)
        return result

    def _trace(self, m: Machine, args: Arguments, barred: bool = False) -> Value:
        world, graph = m.world, current(m)
        lifting = world.lifting or self.twice or world.eager
        barred = barred and self.twice
        outside = graph.names if world.outside is None and not world.eager else world.outside
        m.world = replace(
            world, tracing=world.tracing + 1, barred=barred, lifting=lifting, outside=outside
        )
        update(m, stack="", names=EMPTY)
        try:
            return converted(
                m, lambda: call_back(m, "tf.function", self.function, args.args, **args.kwargs)
            )
        finally:
            made = m.world.outside
            m.world = replace(
                m.world,
                tracing=world.tracing,
                barred=world.barred,
                lifting=world.lifting,
                outside=made if world.tracing else None,
            )
            inner = m.world.graphs[graph.id]
            update(m, inner, stack=graph.stack, names=graph.names, taken=graph.taken)
            if made is not None and not world.tracing:
                naming.take(m, made)


def _by_name(function: Value, args: Arguments) -> list[tuple[str, Value]]:
    """Arguments by the names of their parameters, with default values that aren't given."""
    function = function.function if isinstance(function, Method) else function
    if not isinstance(function, Function):
        return [("", value) for value in args.args] + sorted(args.kwargs.items(), key=_name)
    names = function.code.parameters.positional
    defaults = dict(zip(names[::-1], function.defaults[::-1], strict=False))
    rest = [("", value) for value in args.args[len(names) :]]
    named = {**defaults, **dict(zip(names, args.args, strict=False)), **args.kwargs}
    return rest + sorted(named.items(), key=_name)


def _signature(m: Machine, function: Value, args: Arguments) -> Any:
    """What tells one tracing from another: shapes and dtypes of tensors, values of the rest."""
    kinds: list[Any] = [m.world.stack[-1]]
    for name, value in _by_name(function, args):
        if isinstance(value, Unknown):
            return None
        kind = (value.shape, value.dtype) if isinstance(value, Tensor) else value
        try:
            hash(kind)
        except TypeError:
            return None
        kinds.append((name, kind))
    return None if args.open else tuple(kinds)


def _name(item: tuple[str, Value]) -> str:
    return item[0]


def _function(twice: bool) -> Model:
    """``tf.function`` as a decorator, with options or without."""

    def model(m: Machine, a: Arguments) -> Value:
        signed = a.kwargs.get("input_signature") is not None or len(a.args) > 1
        if a.args and isinstance(a.args[0], (Function, Method)):
            return Traced(a.args[0], m.allocate(EMPTY), twice, signed)
        given = a.kwargs.get("func", a.kwargs.get("python_function"))
        if given is not None:
            return Traced(given, m.allocate(EMPTY), twice, signed)
        return Builtin("function", lambda m, b: _wrapped(m, b, twice, signed))

    return model


def _wrapped(m: Machine, a: Arguments, twice: bool, signed: bool) -> Value:
    return Traced(a.args[0], m.allocate(EMPTY), twice, signed) if a.args else m.unknown()


MODELS: dict[str, Model] = {
    "tf.function": _function(True),
    "tf.contrib.eager.defun": _function(False),
    "tf.contrib.eager.function": _function(True),
}
