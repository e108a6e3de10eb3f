"""Slots: the variables that stand beside another one.

Source: tensorflow/python/training/slot_creator.py, ``create_slot`` and ``_create_slot_var``.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from scopecheck.models import naming
from scopecheck.models.graph_collections import GLOBAL
from scopecheck.models.messages import type_name
from scopecheck.models.refusal import refuse_argument, state_of
from scopecheck.models.registry import Model, Signature
from scopecheck.models.store.get_variable import request_variable
from scopecheck.models.store.initial import Initializer, is_callable
from scopecheck.models.store.scope_names import enter_names
from scopecheck.models.store.variable_scope import close_scope, open_scope
from scopecheck.models.store.variables import VariableTensor, make_variable
from scopecheck.models.tensors import DType, Shape, Tensor, operation
from scopecheck.models.world import ScopeData, current, scope_data
from scopecheck.symbolic.calls import Arguments
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.values import Unknown, Value
from scopecheck.trace import Reuse, VariableMade

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine


def create_slot(m: Machine, primary: Tensor, name: str, by: str, purpose: str) -> Value:
    """A variable of zeros beside another, of its shape and dtype."""
    given: dict[str, Value] = {
        "shape": _shape_value(m, primary),
        "dtype": dtype_like(primary),
        "initializer": zeros(),
    }
    return _beside(m, primary, name, given, by, purpose)


def _beside(
    m: Machine, primary: Tensor, name: str, asked: dict[str, Value], by: str, purpose: str
) -> Value:
    """``variable_scope(None, P/NAME)``, then ``get_variable('')`` without a partitioner."""
    prefix = primary.name
    if prefix is None:
        prefix = naming.mark_unknown(m, Unknown(("name", primary.key), "a name", kind="str"))
    if m.world.before_one:
        return _outside_the_store(m, primary, f"{prefix}/{name}", asked, by)
    given: dict[str, Value] = {
        "name_or_scope": None,
        "default_name": f"{prefix}/{name}",
        "values": None,
        "reuse": None,
        "asked": Reuse.OFF,
    }
    _, token = open_scope(m, given, m.site())
    try:
        scope = scope_data(m)
        m.write(current(m).scope, _without_partitioner(scope))
        request: dict[str, Value] = {"name": "", "trainable": False, **asked}
        if isinstance(primary, VariableTensor):
            request["use_resource"] = primary.kind != "ref"
        return request_variable(m, request, scope_data(m), by, purpose)
    finally:
        close_scope(m, token)


def slots_reuse(m: Machine) -> bool:
    """Whether the store is asked for slots while the scope in force reuses."""
    return not m.world.before_one and scope_data(m).reuse is Reuse.ON


def _outside_the_store(
    m: Machine, primary: Tensor, name: str, asked: dict[str, Value], by: str
) -> Value:
    """A ``tf.Variable`` in the name scope P/NAME, as 0.12 makes slots whatever a scope reuses."""
    full, _ = enter_names(m, name, by)
    like = needed(m, asked.get("initializer"))
    like = like if isinstance(like, Tensor) else primary
    made = make_variable(m, full, None, like.shape, like.dtype, False, "slot", (GLOBAL,))
    m.emit(VariableMade(m.site(), m.path(), made.record, state_of(scope_data(m))))
    return made


def _without_partitioner(scope: ScopeData) -> ScopeData:
    return replace(scope, partitioner=None, initializer=None)


def _shape_value(m: Machine, primary: Tensor) -> Value:
    if isinstance(primary.shape, tuple):
        return tuple(
            d if isinstance(d, int) else m.unknown("a size", kind="int") for d in primary.shape
        )
    return m.unknown("a shape", not_none=True)


def dtype_like(primary: Tensor) -> Value:
    """The dtype of the variable beside which another is made."""
    return (
        DType(primary.dtype)
        if primary.dtype
        else Unknown(("dtype", primary.key), "a dtype", not_none=True)
    )


def zeros() -> Value:
    """The initializer of slots."""
    return Initializer("zeros")


_SLOT = Signature("primary, val, name, colocate_with_primary=True")
_ZEROS = Signature("primary, name, dtype=None, colocate_with_primary=True")
_INITIALIZED = Signature("primary, initializer, shape, dtype, name, colocate_with_primary=True")


def _from_value(m: Machine, a: Arguments) -> Value:
    """``create_slot``: the value decides shape and dtype."""
    by = "create_slot"
    given = _SLOT.bind(m, by, a)
    value = needed(m, given["val"])
    _check_has(m, by, value, "get_shape", isinstance(value, (Tensor, Unknown)))
    defined = isinstance(value, Tensor) and _is_defined(value)
    asked = {"initializer": value, "validate_shape": defined}
    return _slot(m, by, given, asked)


def _of_zeros(m: Machine, a: Arguments) -> Value:
    """``create_zeros_slot``: of the other's shape; it stays open where that is."""
    by = "create_zeros_slot"
    given = _ZEROS.bind(m, by, a)
    primary, dtype = needed(m, given["primary"]), needed(m, given["dtype"])
    if not isinstance(primary, Tensor):
        return _slot(m, by, given, {})
    dtype = dtype_like(primary) if dtype is None else dtype
    if _is_open(primary):
        named = dtype.name if isinstance(dtype, DType) else primary.dtype
        value = operation(m, "Fill", (primary,), primary.shape, named)
        return _slot(m, by, given, {"initializer": value, "validate_shape": False})
    asked = {"shape": _shape_value(m, primary), "dtype": dtype, "initializer": zeros()}
    return _slot(m, by, given, asked)


def _from_initializer(m: Machine, a: Arguments) -> Value:
    by = "create_slot_with_initializer"
    given = _INITIALIZED.bind(m, by, a)
    shape = needed(m, given["shape"])
    _check_has(m, by, shape, "is_fully_defined", isinstance(shape, (Shape, Unknown)))
    initializer = needed(m, given["initializer"])
    whole = None if is_callable(m, initializer) is False else shape
    asked = {"shape": whole, "dtype": given["dtype"], "initializer": initializer}
    return _slot(m, by, given, asked)


def _slot(m: Machine, by: str, given: dict[str, Value], asked: dict[str, Value]) -> Value:
    primary, name = needed(m, given["primary"]), naming.encode(m, needed(m, given["name"]))
    if not isinstance(primary, Tensor) or name is None:
        m.undecided("a slot", "the variable or the name is not known", 1)
        return m.unknown("a slot", not_none=True)
    return _beside(m, primary, name, asked, by, "slot")


def _check_has(m: Machine, by: str, value: Value, attribute: str, has: bool) -> None:
    if not has and (name := type_name(value)) is not None:
        message = f"'{name}' object has no attribute '{attribute}'"
        raise refuse_argument(m, by, "AttributeError", message)


def _is_defined(value: Tensor) -> bool:
    return isinstance(value.shape, tuple) and None not in value.shape


def _is_open(value: Tensor) -> bool:
    """Whether TensorFlow doesn't know the whole shape."""
    return value.shape is None or (isinstance(value.shape, tuple) and None in value.shape)


MODELS: dict[str, Model] = {
    "tf.train.create_slot": _from_value,
    "tf.train.create_zeros_slot": _of_zeros,
    "tf.train.create_slot_with_initializer": _from_initializer,
}
