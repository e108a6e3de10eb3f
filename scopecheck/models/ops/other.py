"""Gradients, control, summaries, and what has no model of its own."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from scopecheck.models import shapes
from scopecheck.models.ops.arguments import (
    Given,
    composed,
    dtype_given,
    dtype_of,
    items_of,
    shape_of,
    takes,
    tensor_inputs,
)
from scopecheck.models.ops.array import outputs
from scopecheck.models.ops.assigned_values import check_assigned
from scopecheck.models.refusal import refuse_argument
from scopecheck.models.registry import Model
from scopecheck.models.tensors import (
    UNSEEN,
    Dimension,
    Dims,
    DType,
    Shape,
    Tensor,
    dim_of,
    dims_of,
    operation,
)
from scopecheck.symbolic.calls import Arguments
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.stdlib.containers import Record, RecordClass
from scopecheck.symbolic.values import Extern, ListRef, Unknown, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine


def generic_op(m: Machine, name: str, a: Arguments) -> Tensor:
    """Any other operation that makes no variables: what it was computed from is known."""
    op = "".join(part.capitalize() for part in name.rsplit(".", 1)[-1].split("_"))
    made = operation(m, op, tensor_inputs(m, *a.every()), UNSEEN, None, a.kwargs.get("name"))
    made.several = True
    return made


# -- gradients and control --------------------------------------------------------------


@takes(
    "ys xs grad_ys name colocate_gradients_with_ops gate_gradients aggregation_method "
    "stop_gradients unconnected_gradients"
)
def _gradients(m: Machine, g: Given) -> Value:
    ys, xs = g("ys"), g("xs")
    items = items_of(m, xs) if isinstance(xs, (tuple, ListRef)) else (xs,)
    inputs = tensor_inputs(m, ys)
    if items is None:
        return m.new_list((), True)
    from scopecheck.models.training.gradients import check_registered, differentiated

    check_registered(m, inputs, items)
    known = _reached(inputs)
    outer, _ = differentiated(tensor_inputs(m, g("grad_ys")))
    loss = ys if outer is None else outer  # what grad_ys are the gradients of goes on to xs
    lacking = _unconnected(m, needed(m, g("unconnected_gradients", default="none")))
    return m.new_list(
        [
            lacking(x)
            if known is not None and isinstance(x, Tensor) and x not in known
            else _gradient(m, loss, (*inputs, *tensor_inputs(m, x)), x)
            for x in items
        ]
    )


def _unconnected(m: Machine, asked: Value) -> Callable[[Value], Value]:
    """What ``unconnected_gradients`` makes of the gradient of what a loss doesn't reach."""
    word = asked.name.rpartition(".")[2].lower() if isinstance(asked, Extern) else asked
    if word == "none":
        return lambda x: None
    if word == "zero":
        return lambda x: m.library.call(m, "tf.zeros_like", Arguments((x,)))
    if isinstance(word, (str, type(None))):
        shown = f"'{word}'" if word or m.world.tensorflow != "1.15" else str(word)
        told = f"Unknown value for unconnected_gradients: {shown}"
        raise refuse_argument(m, "gradients", "ValueError", told)
    return lambda x: m.unknown("a gradient", tame=True)


def _reached(losses: tuple[Value, ...]) -> frozenset[Tensor] | None:
    """What a gradient gets to from any of the losses."""
    from scopecheck.models.training.gradients import reached

    found = [reached(one) for one in losses]
    known = [one for one in found if one is not None]
    return frozenset[Tensor]().union(*known) if known and len(known) == len(found) else None


def _gradient(m: Machine, loss: Value, inputs: tuple[Value, ...], x: Value) -> Value:
    from scopecheck.models.training.gradients import GradientTensor

    made = operation(m, "Gradient", inputs, shape_of(m, x), dtype_of(m, x))
    return GradientTensor(made, loss, made, True)


@takes("ys xs")
def _hessians(m: Machine, g: Given) -> Value:
    return m.new_list((), True)


@takes("t_list clip_norm use_norm name")
def _clip_by_global_norm(m: Machine, g: Given) -> Value:
    values = g("t_list")
    held = iterate(m, values)
    inputs = tensor_inputs(m, values)
    norm = composed(
        operation(m, "GlobalNorm", inputs, (), "float32", g.name("global_norm")), "global_norm"
    )
    if held is None:
        return (m.new_list((), True), norm)
    clipped = [item if item is None else _clipped(m, item) for item in held.items]
    return (m.new_list(clipped, held.open), norm)


def _clipped(m: Machine, value: Value) -> Value:
    if isinstance(value, Unknown):
        return value
    inputs = tensor_inputs(m, value)
    return operation(m, "ClipByNorm", inputs, shape_of(m, value), dtype_of(m, value))


@takes("t_list name")
def _global_norm(m: Machine, g: Given) -> Value:
    return operation(m, "GlobalNorm", tensor_inputs(m, g("t_list")), (), "float32", g.name())


def _no_output(op: str) -> Model:
    def model(m: Machine, a: Arguments) -> Value:
        made = operation(m, op, tensor_inputs(m, *a.every()), UNSEEN, None, a.kwargs.get("name"))
        from scopecheck.models.tensor_members import Operation

        return Operation(made)

    return model


@takes("tensors name control_inputs")
def _tuple(m: Machine, g: Given) -> Value:
    held = iterate(m, g("tensors"))
    if held is None:
        return m.new_list((), True)
    made = [
        operation(m, "Tuple", (item,), item.shape, item.dtype) if isinstance(item, Tensor) else item
        for item in held.items
    ]
    return m.new_list(made, held.open)


def _calling_python(op: str) -> Model:
    @takes("func inp Tout stateful name")
    def model(m: Machine, g: Given) -> Value:
        out = g("Tout")
        inputs = tensor_inputs(m, g("inp"))
        if isinstance(out, (tuple, ListRef)):
            kinds = items_of(m, out)
            if kinds is None:
                return m.new_list((), True)
            dtypes = [dtype_given(m, kind, None) for kind in kinds]
            return m.new_list([operation(m, op, inputs, None, dtype) for dtype in dtypes])
        known = isinstance(out, (DType, str))
        return operation(m, op, inputs, None if known else UNSEEN, dtype_given(m, out, None))

    return model


def _summary(m: Machine, a: Arguments) -> Value:
    """A summary is a string tensor that nothing is computed from."""
    return operation(m, "Summary", tensor_inputs(m, *a.every()), (), "string")


def _nothing(m: Machine, a: Arguments) -> Value:
    return None


def _tensor_shape(m: Machine, a: Arguments) -> Value:
    dims = dims_of(m, a.args[0] if a.args else a.kwargs.get("dims"))
    return Shape(UNSEEN if a.open else dims)


def _dimension(m: Machine, a: Arguments) -> Value:
    return Dimension(dim_of(m, a.args[0]) if a.args else UNSEEN)


def _assignment(op: str) -> Model:
    """``tf.assign`` and the like give the variable's new value."""

    @takes("ref value validate_shape use_locking name")
    def model(m: Machine, g: Given) -> Value:
        from scopecheck.models.training.minimized import assigned

        ref = g("ref", "value_ref")
        any_shape = not g.flag("validate_shape", default=True)
        check_assigned(m, op, ref, g("value"), any_shape=any_shape)
        assigned(m, ref, (g("value"),))
        inputs = tensor_inputs(m, ref, g("value"))
        return operation(m, op, inputs, shape_of(m, ref), dtype_of(m, ref), g.name(op))

    return model


@takes("x out_idx name")
def _unique(m: Machine, g: Given) -> Value:
    value = g("x")
    inputs = tensor_inputs(m, value)
    made = operation(m, "Unique", inputs, (None,), dtype_of(m, value), g.name("Unique"))
    places = Tensor((*made.key, 1), "Unique", inputs, shape_of(m, value), "int32")
    return Record(_UNIQUE, (made, places))


_UNIQUE = RecordClass("Unique", ("y", "idx"), ())


@takes("data partitions num_partitions name")
def _dynamic_partition(m: Machine, g: Given) -> Value:
    value, count = g("data"), g.number("num_partitions")
    if not isinstance(count, int):
        return m.new_list((), True)
    rank = shapes.rank_of(shape_of(m, g("partitions")))
    dims = shape_of(m, value)
    rest: Dims = (None, *dims[rank:]) if isinstance(dims, tuple) and rank is not None else UNSEEN
    inputs = tensor_inputs(m, value, g("partitions"))
    first = operation(m, "DynamicPartition", inputs, rest, dtype_of(m, value), g.name())
    return m.new_list(outputs(first, count))


def _as_dtype(m: Machine, a: Arguments) -> Value:
    name = dtype_given(m, a.args[0] if a.args else None, None)
    return m.unknown("dtype", not_none=True) if name is None else DType(name)


SUMMARIES = "scalar histogram image audio text merge merge_all tensor_summary"
ASSERTIONS = (
    "equal less less_equal greater greater_equal positive negative non_negative rank "
    "rank_at_least type integer none_equal near"
)
MODELS: dict[str, Model] = {
    "tf.gradients": _gradients,
    "tf.hessians": _hessians,
    "tf.clip_by_global_norm": _clip_by_global_norm,
    "tf.global_norm": _global_norm,
    "tf.linalg.global_norm": _global_norm,
    "tf.group": _no_output("NoOp"),
    "tf.no_op": _no_output("NoOp"),
    "tf.Assert": _no_output("Assert"),
    "tf.print": _no_output("PrintV2"),
    "tf.tuple": _tuple,
    "tf.py_func": _calling_python("PyFunc"),
    "tf.py_function": _calling_python("EagerPyFunc"),
    "tf.numpy_function": _calling_python("PyFunc"),
    "tf.as_dtype": _as_dtype,
    "tf.TensorShape": _tensor_shape,
    "tf.Dimension": _dimension,
    "tf.assign": _assignment("Assign"),
    "tf.assign_add": _assignment("AssignAdd"),
    "tf.assign_sub": _assignment("AssignSub"),
    "tf.unique": _unique,
    "tf.dynamic_partition": _dynamic_partition,
    "tf.set_random_seed": _nothing,
    "tf.random.set_random_seed": _nothing,
    "tf.random.set_seed": _nothing,
}
for _name in SUMMARIES.split():
    MODELS[f"tf.summary.{_name}"] = _summary
for _name in ("scalar", "histogram", "image", "audio"):
    MODELS[f"tf.{_name}_summary"] = _summary
for _name in ("merge_summary", "merge_all_summaries"):
    MODELS[f"tf.{_name}"] = _summary
for _name in ASSERTIONS.split():
    MODELS[f"tf.assert_{_name}"] = MODELS[f"tf.debugging.assert_{_name}"] = _no_output("Assert")
