"""Objects that keep track of their variables: TensorFlow's own way to make one through a getter.

Source: tensorflow/python/training/tracking/base.py, ``_add_variable_with_custom_getter``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models.registry import Signature
from scopecheck.models.tensors import DType
from scopecheck.symbolic.calls import Arguments
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.values import Value

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
