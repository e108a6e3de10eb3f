"""``Defun``: a function that is built once, in a graph of its own, and called as an operation.

What ``get_variable`` makes in it stands in the graph and the scope of the call that built it; that
scope's reuse counts for nothing. ``tf.Variable`` is lifted out of it as well, under the
function's own name scopes.
Source: tensorflow/python/framework/function.py, ``Defun``, ``_DefinedFunction`` and ``_FuncGraph``.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from scopecheck.models import naming
from scopecheck.models.callbacks import call_back
from scopecheck.models.ops.arguments import items_of
from scopecheck.models.ops.sources import as_tensor
from scopecheck.models.refusal import refuse_argument
from scopecheck.models.registry import Model
from scopecheck.models.store.initial import dtype_name
from scopecheck.models.tensor_members import Operation
from scopecheck.models.tensors import UNSEEN, Tensor, dims_of, operation
from scopecheck.models.world import EMPTY, NEVER, current, scope_data, update
from scopecheck.symbolic.calls import Arguments
from scopecheck.symbolic.values import Builtin, Foreign, Function, Method, Value
from scopecheck.trace import Reuse

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine

_BY = "Defun"
_BUILDING = frozenset("name definition captured_inputs stateful_ops add_to_graph".split())
"""What a function has to be built for, beside a call."""
_SHARED = frozenset(
    "variables local_variables trainable_variables model_variables metric_variables "
    "moving_average_variables concatenated_variables trainable_resource_variables "
    "regularization_losses".split()
)
"""The collections of the graph around it that a function's body adds to."""


class Defined(Foreign):
    """A function behind ``Defun``; on the heap, what it gave by the dtypes of its arguments.

    dtypes: those that were declared; None for a function that is built for any.
    """

    __slots__ = ("dtypes", "function", "options", "place")

    def __init__(
        self,
        function: Value,
        dtypes: tuple[str | None, ...] | None,
        options: dict[str, Value],
        place: int,
    ) -> None:
        self.function = function
        self.dtypes = dtypes
        self.options = options
        self.place = place

    def get_attribute(self, m: Machine, name: str) -> Value:
        """Most of what it tells needs its body to be built."""
        if name not in _BUILDING or self.dtypes is None:
            return NotImplemented
        if name == "add_to_graph":
            return Builtin(name, lambda m, a: self._build_declared(m))
        self._build_declared(m)
        return m.unknown(name, not_none=True, tame=True)

    def _build_declared(self, m: Machine) -> None:
        self.build(m, self.dtypes or ())

    def call(self, m: Machine, args: Arguments) -> Value:
        """The operation that calls it, after building the body if that wasn't done before."""
        if m.world.executing_eagerly:
            m.undecided(_BY, "what it builds under eager execution is not followed", 1)
            return m.unknown("the function's result", not_none=True)
        given = tuple(as_tensor(m, one) for one in args.args)
        dtypes = tuple(one.dtype for one in given) if self.dtypes is None else self.dtypes
        made = self.build(m, dtypes)
        if len(given) != len(dtypes) and not args.open:
            raise refuse_argument(m, _BY, "ValueError", "Expected …")
        graph = current(m).id
        inside = (one for one in made if isinstance(one, Tensor) and one.graph in (None, graph))
        inputs = (*given, *inside)
        name = args.kwargs.get("name", self.options.get("func_name"))
        called = operation(m, "FunctionCall", inputs, None, None, name)
        results = [_result(m, called, one, at) for at, one in enumerate(made)]
        if not results:
            return Operation(called)
        self._shape(m, results)
        return results[0] if len(results) == 1 else tuple(results)

    def _shape(self, m: Machine, results: list[Tensor]) -> None:
        """Sets the shapes that the program's function says the results have."""
        function = self.options.get("shape_func")
        if function is None:
            return
        shapes = items_of(m, call_back(m, _BY, function, (Operation(results[0]),)))
        for at, one in enumerate(results):
            known = shapes is not None and at < len(shapes)
            one.shape = dims_of(m, shapes[at]) if shapes and known else UNSEEN

    def build(self, m: Machine, dtypes: tuple[str | None, ...]) -> tuple[Value, ...]:
        """What the body gives for arguments of such dtypes; it is run once for each."""
        held = m.heap[self.place].get(dtypes)
        if held is None:
            held = self._outputs(m, self._run(m, dtypes))
            m.write(self.place, m.heap[self.place].set(dtypes, held))
            gradient = self.options.get("grad_func")
            if isinstance(gradient, Defined):
                after = tuple(one.dtype if isinstance(one, Tensor) else None for one in held)
                gradient.build(m, dtypes + after if gradient.dtypes is None else gradient.dtypes)
        made: tuple[Value, ...] = held
        return made

    def _outputs(self, m: Machine, result: Value) -> tuple[Value, ...]:
        if result is None:
            return ()
        listed = items_of(m, result)
        outputs = (result,) if listed is None or isinstance(result, Tensor) else listed
        if any(one is None for one in outputs):
            name = self.options.get("func_name") or _own_name(self.function)
            raise refuse_argument(m, _BY, "ValueError", f"Function {name} can not return None.")
        return tuple(one if isinstance(one, Tensor) else as_tensor(m, one) for one in outputs)

    def _run(self, m: Machine, dtypes: tuple[str | None, ...]) -> Value:
        world, graph = m.world, current(m)
        scope = replace(scope_data(m), reuse=Reuse.OFF, source=None, dtype=None)
        outside = graph.names if world.outside is None else world.outside
        m.world = replace(world, outside=outside, flows=(), control=())
        inner = m.allocate(replace(scope, original_name_scope=""))
        update(m, scope=inner, stack="", names=EMPTY, opened=NEVER, name_scopes=())
        arguments = tuple(operation(m, "Placeholder", (), None, one) for one in dtypes)
        try:
            return call_back(m, _BY, self.function, arguments)
        finally:
            made = m.world.outside
            m.world = replace(
                m.world, outside=world.outside, flows=world.flows, control=world.control
            )
            after = m.world.graphs[graph.id]
            kept = {key: after.collections[key] for key in _SHARED if key in after.collections}
            update(
                m,
                after,
                scope=graph.scope,
                stack=graph.stack,
                names=graph.names,
                taken=graph.taken,
                opened=graph.opened,
                name_scopes=graph.name_scopes,
                collections=graph.collections.update(kept),
            )
            if world.outside is None and made is not None:
                naming.take(m, made)
            else:
                m.world = replace(m.world, outside=made)


def _result(m: Machine, called: Tensor, output: Value, at: int) -> Tensor:
    """One of the tensors that a call gives: its shape is not known to TensorFlow either."""
    dtype = output.dtype if isinstance(output, Tensor) else None
    if at == 0:
        called.dtype = dtype
        return called
    result = Tensor((*called.key, at), called.op, called.inputs, None, dtype)
    result.graph = called.graph
    return result


def _defun(m: Machine, a: Arguments) -> Value:
    """``@Defun(*dtypes, func_name=None, ...)``."""
    dtypes = tuple(dtype_name(m, one) for one in a.args)
    options = dict(a.kwargs)

    def decorate(m: Machine, b: Arguments) -> Value:
        function = b.args[0] if b.args else b.kwargs.get("func")
        least, most = _taken(m, function)
        if not dtypes or a.open:
            return Defined(function, () if most == 0 else None, options, m.allocate(EMPTY))
        if not least <= len(dtypes) <= most:
            message = "The number of input types doesn't match …"
            if m.world.tensorflow == "1.15":
                message = "The function has fewer arguments than the number of …"
            raise refuse_argument(m, _BY, "ValueError", message)
        return Defined(function, dtypes, options, m.allocate(EMPTY))

    return Builtin("Defun", decorate)


_MANY = 1_000_000


def _taken(m: Machine, function: Value) -> tuple[int, int]:
    """How many arguments a function takes at least and at most; it must have no defaults."""
    bound = isinstance(function, Method)
    function = function.function if isinstance(function, Method) else function
    if not isinstance(function, Function):
        return 0, _MANY
    parameters = function.code.parameters
    if function.defaults or parameters.kwarg is not None:
        message = "Functions with argument defaults or keywords arguments are not supported. …"
        if m.world.tensorflow == "1.15":
            message = message.replace("Functions", "function")
        raise refuse_argument(m, _BY, "ValueError", message)
    least = len(parameters.positional) - bound
    return least, _MANY if parameters.vararg is not None else least


def _own_name(function: Value) -> str:
    function = function.function if isinstance(function, Method) else function
    return function.code.name if isinstance(function, Function) else "…"


def _extra(m: Machine, a: Arguments) -> Value:
    """What the body has taken from the graph around it so far."""
    return m.unknown("what a function captures", not_none=True, tame=True)


MODELS: dict[str, Model] = {
    "tf.Defun": _defun,
    "tf.get_extra_args": _extra,
    "tf.get_extra_inputs": _extra,
    "tf.get_extra_vars": _extra,
}
