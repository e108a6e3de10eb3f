"""numpy: functions by name; their results are never None."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from scopecheck.models.numpy import grids as numpy_grids
from scopecheck.models.numpy import make as numpy_make
from scopecheck.models.numpy import math as numpy_math
from scopecheck.models.numpy import shape as numpy_shape
from scopecheck.models.numpy.array import Array, NumpyType
from scopecheck.models.numpy.required import complete
from scopecheck.models.ops.arguments import tensor_inputs
from scopecheck.models.registry import Model
from scopecheck.models.tensors import UNSEEN, Tensor
from scopecheck.symbolic.values import Extern, Function, Method, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine

TYPES = (
    "float16 float32 float64 int8 int16 int32 int64 uint8 uint16 uint32 uint64 complex64 complex128"
)
CONSTANTS: dict[str, Value] = {
    "numpy.pi": math.pi,
    "numpy.e": math.e,
    "numpy.inf": math.inf,
    "numpy.Inf": math.inf,
    "numpy.nan": math.nan,
    "numpy.NaN": math.nan,
    "numpy.newaxis": None,
    **{f"numpy.{name}": NumpyType(name) for name in TYPES.split()},
    "numpy.bool": NumpyType("bool"),
    "numpy.bool_": NumpyType("bool"),
    "numpy.int": NumpyType("int64"),
    "numpy.int_": NumpyType("int64"),
    "numpy.float": NumpyType("float64"),
    "numpy.float_": NumpyType("float64"),
    "numpy.double": NumpyType("float64"),
    "numpy.single": NumpyType("float32"),
    **numpy_grids.CONSTANTS,
}


def attribute(m: Machine, name: str) -> Value:
    """The value of ``numpy.pi`` and the like; what is none of them can be called."""
    return CONSTANTS.get(name, Extern(name))


def generic(m: Machine, name: str, a: Arguments) -> Value:
    """A function that isn't modelled: some array."""
    tensors = [one for one in tensor_inputs(m, *a.every()) if isinstance(one, Tensor)]
    if tensors:
        return m.unknown(f"{name}(…)", not_none=True)
    return Array(UNSEEN, None)


METHODS: dict[str, Model] = {**numpy_shape.METHODS, **numpy_math.METHODS}


def _vectorize(m: Machine, a: Arguments) -> Value:
    """A function for arrays, of one that only handles data."""
    function = a.args[0] if a.args else a.kwargs.get("pyfunc")
    tame = isinstance(function, (Function, Method)) and m.library.only_data(m, function)
    return m.unknown("a vectorized function", tame=tame)


FUNCTIONS: dict[str, Model] = {
    f"numpy.{name}": complete(name, model)
    for table in (
        numpy_grids.FUNCTIONS,
        numpy_make.MAKERS,
        numpy_math.FUNCTIONS,
        numpy_shape.FUNCTIONS,
    )
    for name, model in table.items()
}
FUNCTIONS["numpy.vectorize"] = _vectorize
