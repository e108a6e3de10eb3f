"""What a loop carries keeps its shape: that of its beginning, or the one that is promised for it.

Source: tensorflow/python/ops/control_flow_ops.py, ``_SetShapeInvariants`` and
``_EnforceShapeInvariant``; while_v2.py, ``_check_shapes_compat``.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from scopecheck.models import naming
from scopecheck.models.branches import switches
from scopecheck.models.messages import shape_text
from scopecheck.models.ops.operands import tells
from scopecheck.models.refusal import refuse_argument
from scopecheck.models.rnn.nest import flatten, is_sequence, map_structure, parts
from scopecheck.models.tensors import UNSEEN, Dims, Shape, Tensor
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.values import Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine

_WHILE = "tf.while_loop"


def promised(m: Machine, loop: tuple[Value, ...], invariants: Value) -> tuple[Value, ...]:
    """The variables of a loop with the shapes of ``shape_invariants``."""
    invariants = needed(m, invariants)
    if invariants is None:
        return loop
    rows = parts(m, invariants) if is_sequence(invariants) else None
    if rows is None or len(rows) != len(loop):
        return tuple(map_structure(m, _of_any_shape, one) for one in loop)
    return tuple(
        map_structure(m, lambda a, b: _promised(m, a, b), one, shape)
        if is_sequence(one) == is_sequence(shape)
        else map_structure(m, _of_any_shape, one)
        for one, shape in zip(loop, rows, strict=True)
    )


def _of_any_shape(value: Value) -> Value:
    return _shaped(value, UNSEEN) if isinstance(value, Tensor) else value


def _shaped(value: Tensor, dims: Dims) -> Tensor:
    return Tensor(value.key, value.op, value.inputs, dims, value.dtype, name=value.name)


def _promised(m: Machine, value: Value, invariant: Value) -> Value:
    if not isinstance(value, Tensor):
        return value
    if not isinstance(invariant, Shape):
        return _shaped(value, UNSEEN)
    dims = invariant.dims
    if switches(m) and tells(m) and within(value.shape, dims) is False:
        raise refuse_argument(
            m,
            _WHILE,
            "ValueError",
            f"The shape invariant specified for {_begun(value)}:0 is not compatible with the "
            "initial shape of the loop variable. It enters the loop with shape "
            f"{shape_text(m, value.shape)}, but the specified shape invariant is "
            f"{shape_text(m, dims)}.",
        )
    return _shaped(value, dims)


def check_kept(m: Machine, by: str, loop: Value, result: Value) -> None:
    """What a pass gives has the shape that the variable entered the loop with."""
    entered, made = flatten(m, loop), flatten(m, result)
    if len(entered) != len(made) or not tells(m):
        return
    for variable, one in zip(entered, made, strict=True):
        if not isinstance(variable, Tensor) or not isinstance(one, Tensor):
            continue
        if within(one.shape, variable.shape) is False:
            quote = "'" if switches(m) else "`"
            began = variable.inputs[0] if switches(m) and variable.inputs else variable
            shape = began.shape if isinstance(began, Tensor) else UNSEEN
            raise refuse_argument(
                m,
                by,
                "ValueError",
                f"Input tensor {quote}{_begun(variable)}:0{quote} enters the loop with shape "
                f"{shape_text(m, shape)}, but has shape {shape_text(m, one.shape)} after one "
                "iteration. To allow the shape to vary across iterations, use the "
                "`shape_invariants` argument of tf.while_loop to specify a less-specific shape.",
            )


def _begun(variable: Tensor) -> str:
    """The name of the tensor that a variable of a loop begins with."""
    first = variable.inputs[0] if variable.inputs else variable
    name = first.name if isinstance(first, Tensor) else None
    return "…" if name is None else naming.shown(name)


def within(one: Dims, other: Dims) -> bool | None:
    """Whether a shape says at least as much as another; None where that isn't known."""
    if other is None:
        return True
    if one is None and isinstance(other, tuple):
        return False
    if not isinstance(one, tuple) or not isinstance(other, tuple):
        return None
    if len(one) != len(other):
        return False
    found = [
        None if UNSEEN in (mine, theirs) else mine == theirs
        for mine, theirs in zip(one, other, strict=True)
        if theirs is not None
    ]
    return False if False in found else None if None in found else True


def shapes_kept(m: Machine, loop: Value, result: Value) -> Callable[[Tensor], Dims]:
    """For what a pass gives, the shape of the variable of the loop that it becomes."""
    entered, made = flatten(m, loop), flatten(m, result)
    shapes: dict[Tensor, set[Dims]] = {}
    if len(entered) == len(made):
        for variable, one in zip(entered, made, strict=True):
            if isinstance(variable, Tensor) and isinstance(one, Tensor):
                shapes.setdefault(one, set()).add(variable.shape)

    def shape(one: Tensor) -> Dims:
        found = shapes.get(one, set())
        return next(iter(found)) if len(found) == 1 else one.shape

    return shape


def leaving(
    earlier: Callable[[Tensor], tuple[Tensor, ...]], shape: Callable[[Tensor], Dims]
) -> Callable[[Tensor], Tensor]:
    """What leaves a loop: a tensor of its own, which comes from earlier passes as well."""

    def change(made: Tensor) -> Tensor:
        before = (made, *earlier(made))
        return Tensor((*made.key, "exit"), "Exit", before, shape(made), made.dtype)

    return change
