"""Slots: the variables that stand beside another one.

Source: tensorflow/python/training/slot_creator.py, ``create_slot`` and ``_create_slot_var``.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from scopecheck.models import naming
from scopecheck.models.get_variable import request_variable
from scopecheck.models.initial import Initializer
from scopecheck.models.tensors import DType, Tensor
from scopecheck.models.variable_scope import close_scope, open_scope
from scopecheck.models.world import ScopeData, current, scope_data
from scopecheck.symbolic.values import Unknown, Value
from scopecheck.trace import Reuse

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine


def create_slot(m: Machine, primary: Tensor, name: str, by: str, purpose: str) -> Value:
    """A variable beside another: ``variable_scope(None, P/NAME)``, then ``get_variable('')``."""
    prefix = primary.name
    if prefix is None:
        prefix = naming.mark_unknown(m, Unknown(("name", primary.key), "a name", kind="str"))
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
        request: dict[str, Value] = {
            "name": "",
            "shape": _shape_value(m, primary),
            "dtype": dtype_like(primary),
            "initializer": zeros(),
            "trainable": False,
        }
        return request_variable(m, request, scope_data(m), by, purpose)
    finally:
        close_scope(m, token)


def _without_partitioner(scope: ScopeData) -> ScopeData:
    return replace(scope, partitioner=None, initializer=None, regularizer=None)


def _shape_value(m: Machine, primary: Tensor) -> Value:
    if isinstance(primary.shape, tuple):
        return m.new_list(
            [d if isinstance(d, int) else m.unknown("a size", kind="int") for d in primary.shape]
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
