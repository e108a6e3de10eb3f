"""Objects of a program's classes that stand for tensors, and what it sets on TensorFlow's own.

Source: tensorflow/python/framework/ops.py, ``register_tensor_conversion_function``. The methods
that a program gives to ``tf.Tensor`` or ``tf.Variable`` are found on tensors; so is what it sets
on a single tensor.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import immutables

from scopecheck.models.registry import Model, Signature
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.values import (
    MISSING,
    Function,
    Instance,
    ListRef,
    Method,
    Value,
)

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine

_REGISTERED: Any = ("conversions to tensors",)
_GIVEN: Any = ("given to tensors",)
_REGISTER = Signature("base_type, conversion_func, priority=100")
_CLASSES = {"tf.Tensor": "Tensor", "tf.Variable": "Variable"}
_KEEPS = ("tf.add_to_collection", "tf.nest.", "tf.register_", "tf.contrib.framework.nest.")
"""What takes objects as they are."""


def register(m: Machine, a: Arguments) -> Value:
    """``tf.register_tensor_conversion_function(base_type, conversion_func)``."""
    given = _REGISTER.bind(m, "register_tensor_conversion_function", a)
    kinds = given["base_type"]
    held: Any = m.heap.get(_REGISTERED) or immutables.Map()
    for kind in kinds if isinstance(kinds, tuple) else (kinds,):
        held = held.set(kind, given["conversion_func"])
    m.write(_REGISTERED, held)
    return None


def converted(m: Machine, value: Value) -> Value:
    """The tensor that an object stands for, lists and tuples item by item; else the value."""
    held: Any = m.heap.get(_REGISTERED)
    return value if held is None else _converted(m, value, held)


def _converted(m: Machine, value: Value, held: Any) -> Value:
    if isinstance(value, Instance):
        for kind in value.cls.mro:
            function = held.get(kind)
            if function is not None:
                return m.call(function, (value,))
        return value
    if isinstance(value, tuple):
        return tuple(_converted(m, one, held) for one in value)
    if isinstance(value, ListRef):
        items = iterate(m, value)
        if items is not None and any(isinstance(one, Instance) for one in items.items):
            return m.new_list([_converted(m, one, held) for one in items.items], items.open)
    return value


def with_tensors(m: Machine, name: str, a: Arguments) -> Arguments:
    """The arguments of one of TensorFlow's functions, with tensors for what stands for them."""
    held: Any = m.heap.get(_REGISTERED)
    if held is None or name.startswith(_KEEPS):
        return a
    return type(a)(
        tuple(_converted(m, one, held) for one in a.args),
        {key: _converted(m, one, held) for key, one in a.kwargs.items()},
        a.open_args,
        a.open_kwargs,
        a.open_rest,
    )


def set_on_class(m: Machine, cls: str, name: str, value: Value) -> None:
    """``tf.Tensor.name = value``: all tensors have it from then on."""
    if cls in _CLASSES:
        held: Any = m.heap.get(_GIVEN) or immutables.Map()
        m.write(_GIVEN, held.set((_CLASSES[cls], name), value))


def set_on_tensor(m: Machine, tensor: Any, name: str, value: Value) -> None:
    """``tensor.name = value``."""
    place: Any = ("set on", tensor.key)
    m.write(place, (m.heap.get(place) or immutables.Map()).set(name, value))


def given_attribute(m: Machine, tensor: Any, name: str) -> Value:
    """What the program itself gave to a tensor, or to all of them; NotImplemented for nothing."""
    own: Any = m.heap.get(("set on", tensor.key))  # type: ignore[call-overload]
    if own is not None and name in own:
        return own[name]
    held: Any = m.heap.get(_GIVEN)
    if held is None:
        return NotImplemented
    kind = "Variable" if tensor.op == "Variable" else "Tensor"
    found = held.get((kind, name), MISSING)
    if found is MISSING:
        return NotImplemented
    return Method(found, tensor) if isinstance(found, Function) else found


MODELS: dict[str, Model] = {"tf.register_tensor_conversion_function": register}
