"""What TensorFlow's own initializers refuse: shapes of another rank, dtypes they can't make.

Source: tensorflow/python/ops/init_ops.py, the ``__call__`` of each class.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from scopecheck.models.ops.fitting import WHOLE
from scopecheck.models.store.initial import Initializer
from scopecheck.models.store.initial_dtypes import expected
from scopecheck.models.store.initializers import NO_END, kind_of
from scopecheck.models.store.requests import Request, refuse
from scopecheck.symbolic.values import Extern, Raised
from scopecheck.trace import Refusal

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine

_RANDOM = ("random_normal", "truncated_normal")
_SCALED = ("uniform_unit_scaling", "glorot_uniform", "glorot_normal", "variance_scaling")
_UNIFORM = ("random_uniform", "glorot_uniform", "uniform_unit_scaling")
_FLOATS = ("float16", "bfloat16", "float32", "float64")
_COMPLEX = ("complex64", "complex128")


def check_own_initializer(m: Machine, request: Request) -> None:
    """Refuses what one of TensorFlow's initializers doesn't make."""
    if isinstance(request.initializer, Initializer) and request.initializer.name == "xavier":
        if request.dtype_named is not None and request.dtype_named not in _FLOATS:
            raise _refuse_dtype(
                m, request, "Cannot create initializer for non-floating point type."
            )
    kind = _kind(request)
    if kind is None:
        return
    _check_rank(m, request, kind)
    if kind == "constant":
        _check_count(m, request)
    dtype = request.dtype_named
    if dtype is None:
        return
    if dtype in _FLOATS:
        _check_given(m, request, kind)
        return
    if kind in _RANDOM and dtype in _COMPLEX:
        raise _refuse_dtype(
            m,
            request,
            f"Value passed to parameter 'dtype' has DataType {dtype} not in list of allowed "
            f"values: {', '.join(_FLOATS)}",
        )
    if dtype in _COMPLEX:
        return
    if kind in _UNIFORM and dtype in ("string", "bool"):
        raise refuse(m, request, Refusal.ARGUMENT, f"…nvalid …{dtype}…")
    if kind in (*_RANDOM, *_SCALED, "orthogonal", "identity"):
        raise _refuse_dtype(m, request, f"…{dtype}…")
    if kind == "ones" and dtype == "string":
        raise _refuse_dtype(m, request, expected(m, dtype, 1))
    _check_given(m, request, kind)


def _check_given(m: Machine, request: Request, kind: str) -> None:
    """Numbers that an initializer was made with have to fit the variable's dtype."""
    dtype, made = request.dtype_named, request.initializer
    if not isinstance(made, Initializer) or dtype is None:
        return
    if kind == "random_uniform" and NO_END in made.unfit and dtype in WHOLE:
        message = f"Must specify maxval for integer dtype …{dtype}…"
        raise refuse(m, request, Refusal.ARGUMENT, message)
    if kind in ("constant", "random_uniform") and kind_of(dtype) in made.unfit:
        alone = made.value
        said = "Expected …" if alone is None else expected(m, dtype, alone)
        raise _refuse_dtype(m, request, said)


def _kind(request: Request) -> str | None:
    """Which initializer it is, by TensorFlow's name for it; an instance or the class."""
    made = request.initializer
    if not isinstance(made, (Initializer, Extern)) or not made.name.startswith("tf."):
        return None
    if made.name.startswith("tf.keras."):
        return None
    return made.name.rsplit(".", 1)[-1].removesuffix("_initializer")


def _check_count(m: Machine, request: Request) -> None:
    """A constant may have fewer numbers than the variable, and no more."""
    given, dims = getattr(request.initializer, "count", None), request.dims
    if given is None or not isinstance(dims, tuple):
        return
    sizes = [one for one in dims if isinstance(one, int)]
    if len(sizes) != len(dims) or given <= max(math.prod(sizes), 1):
        return
    found = f"Needed at most {math.prod(sizes)}, but received {given}"
    if m.world.tensorflow != "1.15":
        found = f"Takes at most {math.prod(sizes)}, but got {given}."
    raise refuse(m, request, Refusal.ARGUMENT, f"Too many elements provided. {found}")


def _check_rank(m: Machine, request: Request, kind: str) -> None:
    dims = request.dims
    if not isinstance(dims, tuple) or any(not isinstance(size, int) for size in dims):
        return
    rank, old = len(dims), m.world.tensorflow == "1.15"
    if (kind == "orthogonal" and rank < 2) or (kind == "identity" and rank != 2):
        message = (
            "The tensor to initialize, specified by argument `shape` must be at least "
            f"two-dimensional. Received shape={list(dims)}"
        )
        if old and kind == "identity":
            message = "Identity matrix initializer can only be used for 2D matrices."
        elif old:
            message = "The tensor to initialize must be at least two-dimensional"
        raise refuse(m, request, Refusal.ARGUMENT, message)


def _refuse_dtype(m: Machine, request: Request, message: str) -> Raised:
    return refuse(m, request, Refusal.ARGUMENT, message, "TypeError")
