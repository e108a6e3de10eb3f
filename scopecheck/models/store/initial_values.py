"""A new variable's initial value: what the initializer must be, the shape and dtype it gives.

Source: tensorflow/python/ops/variable_scope.py, ``_VariableStore._get_single_variable``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scopecheck.models import naming
from scopecheck.models.callbacks import call_back
from scopecheck.models.messages import shape_text, tensor_text
from scopecheck.models.ops.dense import check_dense
from scopecheck.models.store.asked_shape import incompatible
from scopecheck.models.store.flow_initials import flow_message, made_in_flow
from scopecheck.models.store.initial import constant_of
from scopecheck.models.store.initial_dtypes import check_convertible
from scopecheck.models.store.initializer_checks import check_own_initializer
from scopecheck.models.store.requests import Request, refuse
from scopecheck.models.tensors import UNSEEN, Dims, DType, Tensor
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.inheritance import find_attribute
from scopecheck.symbolic.values import (
    Builtin,
    BuiltinType,
    ClassRef,
    Extern,
    Function,
    Instance,
    Method,
    Partial,
    Raised,
    Unknown,
    Value,
)
from scopecheck.trace import Refusal

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine


def check_initializer(m: Machine, request: Request) -> None:
    """A callable needs the whole shape, unless it takes no arguments."""
    initializer, dims, dtype = request.initializer, request.dims, request.dtype_named
    if initializer is None:
        if dtype is not None and dtype in ("complex64", "complex128", "resource", "variant"):
            raise refuse(
                m,
                request,
                Refusal.ARGUMENT,
                f"An initializer for variable {naming.shown(request.name)} of <dtype: '{dtype}'> "
                "is required",
            )
        if dims is None or _partly(dims):
            raise _shapeless(m, request, given=request.shape is not None)
        return
    if dims is not None and not _partly(dims):
        return
    if isinstance(initializer, (Unknown, Partial, Builtin)) or _is_elsewhere(initializer):
        return
    if not isinstance(initializer, Function) or not _takes_nothing(initializer):
        raise _shapeless(m, request, given=True)


def _is_elsewhere(initializer: Value) -> bool:
    """A function or class that is neither the program's nor TensorFlow's."""
    if isinstance(initializer, Extern):
        return not initializer.name.startswith(("tf.", "tensorflow."))
    return isinstance(initializer, BuiltinType)


def _takes_nothing(function: Function) -> bool:
    parameters = function.code.parameters
    return len(parameters.positional) <= len(function.defaults) and len(
        function.kw_defaults
    ) == len(parameters.keyword_only)


def initial_shape(m: Machine, request: Request, callable_: bool | None) -> tuple[Dims, str | None]:
    """The shape and dtype a new variable gets from its arguments and its initializer."""
    initializer, dims, dtype = request.initializer, request.dims, request.dtype_named
    if initializer is None:
        return dims, dtype
    if callable_ is False:
        return _constant(m, request)
    if dims is None or _partly(dims):
        if not isinstance(initializer, (Function, Partial)):
            return UNSEEN, dtype
        constant = constant_of(m, call_back(m, request.by, initializer))
        return (constant.dims, constant.dtype) if constant else (UNSEEN, dtype)
    if isinstance(initializer, (Function, Method, Partial, Instance, ClassRef)):
        return _called(m, request)
    check_own_initializer(m, request)
    return dims, dtype


def _constant(m: Machine, request: Request) -> tuple[Dims, str | None]:
    value = needed(m, request.initializer)
    check_convertible(m, value, request.by)
    check_dense(m, request.by, value)
    constant = constant_of(m, value)
    if constant is None:
        return UNSEEN, None
    if made_in_flow(m, value):
        from scopecheck.models.store.variables import is_resource

        resource = is_resource(m, request.use_resource)
        message = flow_message(m, naming.shown(request.name), resource)
        raise refuse(m, request, Refusal.ARGUMENT, message)
    if constant.dims is not None and not _partly(constant.dims):
        return constant.dims, constant.dtype
    if request.validate_shape and isinstance(value, Tensor) and not m.world.executing_eagerly:
        message = f"initial_value must have a shape specified: {tensor_text(m, value)}"
        raise refuse(m, request, Refusal.SHAPE_UNDEFINED, message)
    return None, constant.dtype


def _partly(dims: Dims) -> bool:
    return isinstance(dims, tuple) and any(d is None for d in dims)


def _called(m: Machine, request: Request) -> tuple[Dims, str | None]:
    """A function of the program as initializer, called with the shape.

    1.15 also passes partition_info, which a function may not take; the result's shape wins.
    """
    function = request.initializer
    if isinstance(function, ClassRef):
        function = m.call(function)
    sizes = m.new_list(request.dims if isinstance(request.dims, tuple) else ())
    kwargs: dict[str, Value] = {"dtype": dtype_value(request)}
    if m.world.tensorflow == "1.15" or _takes(m, function, "partition_info"):
        kwargs["partition_info"] = None
    constant = constant_of(m, call_back(m, request.by, function, (sizes,), **kwargs))
    if constant is None or constant.dims is UNSEEN:
        return request.dims, request.dtype_named
    if m.world.tensorflow != "1.15" and incompatible(constant.dims, request.dims):
        raise refuse(m, request, Refusal.ARGUMENT, _contradiction(m, request, constant.dims))
    return constant.dims, constant.dtype or request.dtype_named


def _contradiction(m: Machine, request: Request, made: Dims) -> str:
    """An initializer whose result has another shape than was asked for."""
    asked = request.dims
    if m.world.resource or request.use_resource is True:
        return (
            f"The initial value's shape ({shape_text(m, made)}) is not compatible with the "
            "explicitly "
            f"supplied `shape` argument ({list(asked) if isinstance(asked, tuple) else '…'})."
        )
    if not isinstance(made, tuple) or not isinstance(asked, tuple) or len(made) != len(asked):
        ranks = [str(len(one)) if isinstance(one, tuple) else "…" for one in (asked, made)]
        return f"Shapes must be equal rank, but are {ranks[0]} and {ranks[1]}…"
    at = next(i for i, pair in enumerate(zip(asked, made, strict=True)) if pair[0] != pair[1])
    return (
        f"Dimension {at} in both shapes must be equal, but are {asked[at]} and {made[at]}. "
        f"Shapes are [{_commas(asked)}] and [{_commas(made)}].…"
    )


def _commas(dims: tuple[Any, ...]) -> str:
    return ",".join(str(size) if isinstance(size, int) else "?" for size in dims)


def dtype_value(request: Request) -> Value:
    return DType(request.dtype_named) if request.dtype_named else request.dtype


def _takes(m: Machine, function: Value, name: str) -> bool:
    if isinstance(function, Instance):
        function = find_attribute(m, function, "__call__")
    while isinstance(function, (Method, Partial)):
        function = function.function
    return isinstance(function, Function) and name in function.code.parameters.positional


def _shapeless(m: Machine, request: Request, given: bool) -> Raised:
    if m.world.tensorflow == "1.15" or given:
        message = (
            "The initializer passed is not valid. It should be a callable with no arguments and "
            "the "
            "shape should not be provided or an instance of `tf.keras.initializers.*' and `shape` "
            "should be fully defined."
        )
    else:
        message = (
            f"Variable {naming.shown(request.name)} did not get an initializer, so its `shape` "
            "argument must be specified."
        )
    return refuse(m, request, Refusal.SHAPE_UNDEFINED, message)
