"""Arrays of coordinates: ``np.meshgrid``, and ``np.mgrid`` and ``np.ogrid``, asked by slices."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from scopecheck.models import shapes
from scopecheck.models.numpy.array import Array
from scopecheck.models.numpy.make import as_array
from scopecheck.models.registry import Model
from scopecheck.models.tensors import UNSEEN, Unseen
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.subscripts import Slice
from scopecheck.symbolic.values import Foreign, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine

Axis = tuple[int | Unseen, str | None]
"""How many coordinates an axis has, and their dtype."""


class Grid(Foreign):
    """``np.mgrid``, or ``np.ogrid``, whose arrays are open: of one length each, else of size 1."""

    __slots__ = ("open",)

    def __init__(self, open: bool) -> None:
        self.open = open

    def item(self, m: Machine, index: Value) -> Value:
        """The coordinates of one slice, or of an axis for each."""
        if isinstance(index, Slice):
            size, dtype = _axis(m, index)
            return Array((size,), dtype)
        if not isinstance(index, tuple):
            return Array(UNSEEN, None)
        axes = [_axis(m, one) for one in index]
        kinds = {dtype for _, dtype in axes}
        dtype = "float64" if "float64" in kinds else None if None in kinds else "int64"
        sizes = tuple(size for size, _ in axes)
        if not self.open:
            return Array((len(axes), *sizes), dtype)
        ones = (1,) * len(axes)
        return m.new_list(
            [Array((*ones[:at], size, *ones[at + 1 :]), dtype) for at, (size, _) in enumerate(axes)]
        )


def _axis(m: Machine, one: Value) -> Axis:
    if not isinstance(one, Slice):
        return UNSEEN, None
    start, stop, step = (needed(m, bound) for bound in (one.start, one.stop, one.step))
    start = 0 if start is None else start
    step = 1 if step is None else step
    if isinstance(step, complex):
        return int(abs(step)), "float64"
    given = (start, stop, step)
    if not all(isinstance(bound, (int, float)) for bound in given) or step == 0:
        return UNSEEN, None
    dtype = "float64" if any(isinstance(bound, float) for bound in given) else "int64"
    return max(0, math.ceil((stop - start) / step)), dtype


def _meshgrid(m: Machine, a: Arguments) -> Value:
    given = [as_array(m, one) for one in a.args]
    held = [one.dims for one in given]
    sizes = [shapes.multiply(dims) if isinstance(dims, tuple) else UNSEEN for dims in held]
    if a.kwargs.get("indexing", "xy") == "xy":
        sizes[:2] = reversed(sizes[:2])
    dims = UNSEEN if a.open or "sparse" in a.kwargs else tuple(sizes)
    return m.new_list([Array(dims, one.dtype) for one in given], a.open)


FUNCTIONS: dict[str, Model] = {"meshgrid": _meshgrid}
CONSTANTS: dict[str, Value] = {"numpy.mgrid": Grid(False), "numpy.ogrid": Grid(True)}
