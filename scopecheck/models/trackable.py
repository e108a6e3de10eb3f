"""Objects that keep track of their variables: TensorFlow's own way to make one through a getter.

Source: tensorflow/python/training/tracking/base.py, ``_add_variable_with_custom_getter``;
util.py, ``add_variable``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models.refusal import refuse_argument
from scopecheck.models.registry import Model, Signature
from scopecheck.models.store.initial import dtype_name, is_callable
from scopecheck.models.tensors import DType, Tensor, dims_of
from scopecheck.symbolic.calls import Arguments, call_value
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.values import Extern, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine

THROUGH_GETTER = "_add_variable_with_custom_getter"
_GIVEN = Signature("name, shape=None, dtype=None, initializer=None, getter=None, overwrite=False")


def through_getter(m: Machine, a: Arguments) -> Value:
    """The getter's variable: it is called with all but ``overwrite``."""
    kwargs = {name: value for name, value in a.kwargs.items() if name in _GIVEN.names}
    more = {name: value for name, value in a.kwargs.items() if name not in _GIVEN.names}
    given = _GIVEN.bind(m, THROUGH_GETTER, Arguments(a.args, kwargs, a.open_args, a.open_kwargs))
    getter = needed(m, given.pop("getter"))
    if getter is None:
        raise m.fail("TypeError", "'NoneType' object is not callable")
    del given["overwrite"]
    if given["dtype"] is None:
        given["dtype"] = DType("float32")
    return m.call(getter, (), **given, **more)


_ADDED = Signature(
    "trackable, name, shape=None, dtype=float32, initializer=None, trainable=True, "
    "overwrite=False, getter=None"
)


def _add_variable(m: Machine, a: Arguments) -> Value:
    """``add_variable(trackable, name, shape)``: a new resource variable in any case."""
    g = _ADDED.bind(m, "add_variable", a)
    initial = needed(m, g["initializer"])
    if initial is None or is_callable(m, initial):
        dtype = dtype_name(m, g["dtype"])
        initial = Tensor(m.identity(), "Const", (), dims_of(m, g["shape"]), dtype)
    elif needed(m, g["shape"]) is not None:
        message = "If initializer is a constant, do not specify shape."
        raise refuse_argument(m, "add_variable", "ValueError", message)
    given = {name: g[name] for name in ("name", "trainable", "dtype")}
    return call_value(
        m, Extern("tf.compat.v1.Variable"), Arguments((initial,), {**given, "use_resource": True})
    )


MODELS: dict[str, Model] = {"tf.python.training.tracking.util.add_variable": _add_variable}
