"""``tf.function``: a function whose body is traced into a graph of its own.

The traced graph shares the variable store and the variable scopes of the graph around it,
also of the one that eager execution has in the background.
Source: tensorflow/python/eager/def_function.py, ``Function._call`` and ``_initialize``;
tensorflow/python/framework/func_graph.py, ``WHITELIST_COLLECTIONS``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any

import immutables

from scopecheck.models import naming
from scopecheck.models.callbacks import call_back, converted
from scopecheck.models.inputs.tensor_specs import TensorSpec
from scopecheck.models.ops.arguments import items_of
from scopecheck.models.registry import Model
from scopecheck.models.rnn.nest import map_structure
from scopecheck.models.tensors import Tensor, has_value
from scopecheck.models.world import EMPTY, current, update
from scopecheck.symbolic.calls import Arguments
from scopecheck.symbolic.decisions import needed
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


class Concrete(Foreign):
    """One trace of a function: what it gave."""

    __slots__ = ("result",)

    def __init__(self, result: Value) -> None:
        self.result = result

    def get_attribute(self, m: Machine, name: str) -> Value:
        """``structured_outputs``; its graph, its inputs and the like."""
        if name == "structured_outputs":
            return self.result
        return m.unknown(name, not_none=True, tame=True)

    def call(self, m: Machine, args: Any) -> Value:
        """The same again; where it has a value, each of its sizes is some number."""
        if not m.world.executing_eagerly:
            return self.result

        def valued(one: Value) -> Value:
            if not isinstance(one, Tensor):
                return one
            dims = has_value(one.shape)
            return Tensor(("tensor", *m.identity()), one.op, one.inputs, dims, one.dtype)

        return map_structure(m, valued, self.result)


class Traced(Foreign):
    """A function behind ``tf.function``; on the heap, its traces for each receiver.

    twice: the first call traces a second time if the first tracing made a variable.
    signature: its ``input_signature``, and so one trace for all arguments; else None.
    """

    __slots__ = ("function", "place", "signature", "twice")
    wraps_method = True

    def __init__(self, function: Value, place: int, twice: bool, signature: Value) -> None:
        self.function = function
        self.place = place
        self.twice = twice
        self.signature = signature

    def get_attribute(self, m: Machine, name: str) -> Value:
        """``python_function``, or what traces it without a call."""
        if name == "get_concrete_function":
            return Builtin(name, self._concrete)
        return self.function if name in ("python_function", "__wrapped__") else NotImplemented

    def _concrete(self, m: Machine, args: Arguments) -> Value:
        """``get_concrete_function(...)``: specifications stand for tensors."""
        given = args.args
        if self.signature is not None and all(isinstance(one, Instance) for one in given):
            given = (*given, *(items_of(m, self.signature) or (m.unknown("an argument"),)))
        tensors = partial(map_structure, m, partial(_specified, m))
        named = {name: tensors(one) for name, one in args.kwargs.items()}
        positional = tuple(tensors(one) for one in given)
        return Concrete(
            self.call(m, Arguments(positional, named, args.open_args, args.open_kwargs))
        )

    def call(self, m: Machine, args: Any) -> Value:
        """Traces the body, unless it was traced for such arguments before."""
        receiver = args.args[0] if args.args and isinstance(args.args[0], Instance) else None
        held: Traces | None = m.heap[self.place].get(receiver)
        key = (
            (m.world.stack[-1],)
            if self.signature is not None
            else _signature(m, self.function, args)
        )
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

    def _signed(self, m: Machine, args: Arguments) -> Arguments:
        """The arguments as the body sees them: tensors of the signature's shapes and dtypes."""
        specs = items_of(m, self.signature)
        bound = args.args[:1] if args.args and isinstance(args.args[0], Instance) else ()
        given = args.args[len(bound) :]
        if specs is None or args.kwargs or args.open or len(given) != len(specs):
            return args
        signed = (
            map_structure(m, partial(_as_specified, m), spec, one)
            for spec, one in zip(specs, given, strict=True)
        )
        return replace(args, args=(*bound, *signed))

    def _trace(self, m: Machine, args: Arguments, barred: bool = False) -> Value:
        if self.signature is not None:
            args = self._signed(m, args)
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


def _specified(m: Machine, value: Value) -> Value:
    if not isinstance(value, TensorSpec):
        return value
    return Tensor(("tensor", *m.identity()), "Placeholder", (), value.dims, value.dtype)


def _as_specified(m: Machine, spec: Value, value: Value) -> Value:
    if not isinstance(spec, TensorSpec):
        return value
    if not isinstance(value, Tensor):
        return _specified(m, spec)
    key = ("tensor", *m.identity())
    return Tensor(key, "Identity", (value,), spec.dims, spec.dtype)


def _name(item: tuple[str, Value]) -> str:
    return item[0]


def _function(twice: bool) -> Model:
    """``tf.function`` as a decorator, with options or without."""

    def model(m: Machine, a: Arguments) -> Value:
        signature = needed(m, a.get(1, "input_signature"))
        if a.args and isinstance(a.args[0], (Function, Method)):
            return Traced(a.args[0], m.allocate(EMPTY), twice, signature)
        given = a.kwargs.get("func", a.kwargs.get("python_function"))
        if given is not None:
            return Traced(given, m.allocate(EMPTY), twice, signature)
        return Builtin("function", lambda m, b: _wrapped(m, b, twice, signature))

    return model


def _wrapped(m: Machine, a: Arguments, twice: bool, signature: Value) -> Value:
    return Traced(a.args[0], m.allocate(EMPTY), twice, signature) if a.args else m.unknown()


MODELS: dict[str, Model] = {
    "tf.function": _function(True),
    "tf.polymorphic_function.function": _function(True),
    "tf.contrib.eager.defun": _function(False),
    "tf.contrib.eager.function": _function(True),
}
