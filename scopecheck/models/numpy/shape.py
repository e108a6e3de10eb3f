"""numpy functions and methods that rearrange arrays or ask for their sizes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models import shapes
from scopecheck.models.numpy.array import Array, array_of, items_in, joint_dtype, shape_value
from scopecheck.models.numpy.make import as_array, given_dtype, size_of
from scopecheck.models.numpy.numbers import number_of, own_dtype, plain
from scopecheck.models.ops.arguments import Given, axes_of, takes
from scopecheck.models.registry import Model
from scopecheck.models.tensors import UNSEEN, Dim, Dims, Tensor, dim_of, size_value
from scopecheck.symbolic.values import Value

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine


def _reshape(m: Machine, a: Arguments) -> Value:
    value = as_array(m, a.args[0]) if a.args else Array(UNSEEN, None)
    given = a.args[1:] or tuple(v for k, v in a.kwargs.items() if k in ("newshape", "shape"))
    shape = given[0] if len(given) == 1 else given
    wanted = size_of(m, shape) if given and not a.open else UNSEEN
    dims = shapes.reshape(value.dims, wanted)
    numbers = value.numbers(m)
    return Array(dims, value.dtype, None if numbers is None else value.cells)


@takes("arrays axis")
def _concatenate(m: Machine, g: Given) -> Value:
    items = items_in(m, g("arrays"))
    return Array(UNSEEN, None) if items is None else _joined(m, items, g("axis", default=0))


@takes("arr values axis")
def _append(m: Machine, g: Given) -> Value:
    return _joined(m, (g("arr"), g("values")), g("axis"))


def _joined(m: Machine, items: tuple[Value, ...], axis: Value) -> Value:
    """Arrays one after the other along an axis; None: all of them flat."""
    arrays = [as_array(m, item) for item in items]
    if axis is None:
        arrays, axis = [_flat(array) for array in arrays], 0
    dims = shapes.concat([a.dims for a in arrays], dim_of(m, axis))
    dtype = _common(arrays)
    flat = [a.numbers(m) for a in arrays]
    if isinstance(dims, tuple) and len(dims) == 1 and all(one is not None for one in flat):
        return array_of(m, [n for one in flat if one is not None for n in one], dims, dtype)
    return Array(dims, dtype, parts=items)


def _common(arrays: list[Array]) -> str | None:
    if not arrays:
        return None
    first = arrays[0]
    dtype = first.dtype
    for array in arrays[1:]:
        dtype = joint_dtype(Array((), dtype), array, array)
    return dtype


def _along(axis: int) -> Model:
    """``vstack`` and ``hstack``: flat arrays become rows first."""

    @takes("tup")
    def model(m: Machine, g: Given) -> Value:
        items = items_in(m, g("tup"))
        if items is None:
            return Array(UNSEEN, None)
        arrays = [as_array(m, item) for item in items]
        rows: list[Dims] = []
        flat = False
        for array in arrays:
            dims = array.dims
            if isinstance(dims, tuple) and len(dims) < 2:
                flat = True
                dims = (1, *(dims or (1,))) if axis == 0 else dims or (1,)
            rows.append(dims)
        dims = shapes.concat(rows, 0 if flat and axis else axis)
        return Array(dims, _common(arrays), parts=items)

    return model


@takes("arrays axis")
def _stack(m: Machine, g: Given) -> Value:
    items, axis = items_in(m, g("arrays")), g("axis", default=0)
    if not items:
        return Array(UNSEEN, None)
    arrays = [as_array(m, item) for item in items]
    return Array(shapes.stack([a.dims for a in arrays], dim_of(m, axis)), _common(arrays))


@takes("a axis")
def _expand_dims(m: Machine, g: Given) -> Value:
    value = as_array(m, g("a"))
    return value.like(shapes.expand_dims(value.dims, dim_of(m, g("axis"))))


@takes("a axis")
def _squeeze(m: Machine, g: Given) -> Value:
    value, axis = as_array(m, g("a")), g("axis")
    return value.like(shapes.squeeze(value.dims, () if axis is None else axes_of(m, axis)))


def _transpose(m: Machine, a: Arguments) -> Value:
    value = as_array(m, a.args[0]) if a.args else Array(UNSEEN, None)
    given = a.kwargs.get("axes", a.args[1] if len(a.args) == 2 else a.args[1:] or None)
    axes = axes_of(m, given) if given is not None else UNSEEN
    return value.like(shapes.transpose(value.dims, axes, backwards=given is None))


@takes("a reps")
def _tile(m: Machine, g: Given) -> Value:
    value, reps = as_array(m, g("a", "A")), size_of(m, g("reps"))
    dims = value.dims
    if not isinstance(dims, tuple) or not isinstance(reps, tuple):
        return value.like(UNSEEN)
    rank = max(len(dims), len(reps))
    dims = (1,) * (rank - len(dims)) + dims
    return value.like(shapes.tile(dims, (1,) * (rank - len(reps)) + reps))


@takes("a repeats axis")
def _repeat(m: Machine, g: Given) -> Value:
    value, count, axis = as_array(m, g("a")), dim_of(m, g("repeats")), g("axis")
    dims = value.dims
    if axis is None:
        dims, axis = _flat(value).dims, 0
    at = shapes.axis_of(axis, len(dims)) if isinstance(dims, tuple) and _whole(axis) else None
    if at is None or not isinstance(dims, tuple):
        return value.like(UNSEEN)
    counted = count if isinstance(count, int) else UNSEEN
    return value.like((*dims[:at], shapes.multiply((dims[at], counted)), *dims[at + 1 :]))


def _whole(value: Value) -> bool:
    return isinstance(value, int)


@takes("a axis1 axis2")
def _swapaxes(m: Machine, g: Given) -> Value:
    value, given = as_array(m, g("a")), (g("axis1"), g("axis2"))
    dims = value.dims
    if not isinstance(dims, tuple) or not all(map(_whole, given)):
        return value.like(UNSEEN)
    one, other = (shapes.axis_of(axis, len(dims)) for axis in given)
    if one is None or other is None:
        return value.like(UNSEEN)
    moved = list(dims)
    moved[one], moved[other] = moved[other], moved[one]
    return value.like(tuple(moved))


@takes("a")
def _flatten(m: Machine, g: Given) -> Value:
    return _flat(as_array(m, g("a")))


def _flat(array: Array) -> Array:
    dims = array.dims
    size: Dim = shapes.multiply(dims) if isinstance(dims, tuple) else UNSEEN
    return Array((size,), array.dtype, array.cells)


@takes("a")
def _shape(m: Machine, g: Given) -> Value:
    value = g("a")
    if isinstance(value, Tensor) and not m.world.before_one:
        return value.get_attribute(m, "shape")
    if isinstance(value, Tensor):
        return m.unknown("a shape", not_none=True, tame=True)
    return shape_value(m, as_array(m, value).dims)


@takes("a axis")
def _measure(m: Machine, g: Given) -> Value:
    dims = as_array(m, g("a")).dims
    total = shapes.multiply(dims) if isinstance(dims, tuple) else UNSEEN
    return size_value(m, total) if g("axis") is None else m.unknown(kind="int")


@takes("a")
def _ndim(m: Machine, g: Given) -> Value:
    dims = as_array(m, g("a")).dims
    return len(dims) if isinstance(dims, tuple) else m.unknown(kind="int")


@takes("a dtype")
def _astype(m: Machine, g: Given) -> Value:
    value = as_array(m, g("a"))
    return Array(value.dims, given_dtype(m, g, None), value.cells)


def _same(m: Machine, a: Arguments) -> Value:
    value = as_array(m, a.args[0]) if a.args else Array(UNSEEN, None)
    return value.like(value.dims)


@takes("a decimals")
def _round(m: Machine, g: Given) -> Value:
    value, decimals = g("a", "x"), g("decimals", default=0)
    if isinstance(value, (int, float)) and isinstance(decimals, int):
        return number_of(round(value, decimals), own_dtype(m, value))
    made = as_array(m, value)
    return made.like(made.dims)


@takes("a a_min a_max")
def _clip(m: Machine, g: Given) -> Value:
    value, least, most = g("a", "x"), g("a_min", "min"), g("a_max", "max")
    if all(isinstance(one, (int, float)) for one in (value, least, most)):
        return number_of(min(max(value, least), most))
    made = as_array(m, value)
    return made.like(made.dims)


@takes("a")
def _to_list(m: Machine, g: Given) -> Value:
    value = as_array(m, g("a"))
    numbers, dims = value.numbers(m), value.dims
    if not isinstance(dims, tuple) or not dims:
        return m.unknown("a list, or what the array holds", not_none=True, tame=True)
    if numbers is not None and len(dims) == 1:
        return m.new_list(numbers)
    return m.new_list((), True)


@takes("a")
def _item(m: Machine, g: Given) -> Value:
    value = as_array(m, g("a"))
    numbers = value.numbers(m)
    if numbers is not None and len(numbers) == 1:
        return plain(numbers[0])
    kind = "float" if (value.dtype or "").startswith("float") else ""
    return m.unknown("a number", kind=kind, not_none=True)


def _none(m: Machine, a: Arguments) -> Value:
    return None


@takes("a axis dtype")
def _cumulated(m: Machine, g: Given) -> Value:
    made = as_array(m, g("a"))
    if g("axis") is None and isinstance(made.dims, tuple):
        return made.like((shapes.multiply(made.dims),))
    return made.like(made.dims)


BOTH: dict[str, Model] = {
    "reshape": _reshape,
    "transpose": _transpose,
    "squeeze": _squeeze,
    "ravel": _flatten,
    "copy": _same,
    "clip": _clip,
    "round": _round,
    "cumsum": _cumulated,
    "repeat": _repeat,
    "swapaxes": _swapaxes,
}
METHODS: dict[str, Model] = {
    **BOTH,
    "astype": _astype,
    "flatten": _flatten,
    "tolist": _to_list,
    "item": _item,
    "conj": _same,
    "sort": _none,
    "fill": _none,
    "resize": _none,
}
FUNCTIONS: dict[str, Model] = {
    **BOTH,
    "append": _append,
    "concatenate": _concatenate,
    "stack": _stack,
    "vstack": _along(0),
    "hstack": _along(1),
    "expand_dims": _expand_dims,
    "tile": _tile,
    "shape": _shape,
    "size": _measure,
    "ndim": _ndim,
    "sort": _same,
    **dict.fromkeys(("flip", "fliplr", "flipud"), _same),
    "roll": _same,
    "nan_to_num": _same,
}
