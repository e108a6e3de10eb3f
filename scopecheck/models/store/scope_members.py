"""The ``VariableScope`` object: its properties, its setters, ``reuse_variables``.

Source: tensorflow/python/ops/variable_scope.py, ``VariableScope``.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from scopecheck.models import naming
from scopecheck.models.graph_collections import MODELS as LISTS
from scopecheck.models.refusal import refuse_argument
from scopecheck.models.registry import Model, Signature, constructor_name
from scopecheck.models.store.get_variable import get_variable
from scopecheck.models.store.reuse_modes import AUTO_REUSE, asked_reuse
from scopecheck.models.store.scope_inheritance import NO_DEVICES, RESOURCES_ONLY
from scopecheck.models.tensors import DType
from scopecheck.models.world import Scope, ScopeData, current, root_shares
from scopecheck.symbolic.decisions import truth
from scopecheck.symbolic.values import Builtin, Text, Unknown, Value
from scopecheck.trace import Reuse, ReuseSource, ReuseSwitched

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine

CONSTRUCTOR = Signature(
    "reuse, name='', initializer=None, regularizer=None, caching_device=None, partitioner=None, "
    "custom_getter=None, name_scope='', dtype=float32, use_resource=None, constraint=None"
)

_SHOWN = "<tensorflow.python.ops.variable_scope.VariableScope object at 0x"


def made(m: Machine, a: Arguments) -> Value:
    """``tf.VariableScope(...)``: inherits nothing, and what enters it takes its reuse."""
    given = CONSTRUCTOR.bind(m, constructor_name(m, "VariableScope"), a)
    if m.world.executing_eagerly and given["caching_device"] is not None:
        raise refuse_argument(m, "VariableScope", "NotImplementedError", NO_DEVICES)
    name, original = (
        one if isinstance(one, str) else naming.mark_of(m, one)
        for one in (given["name"], given["name_scope"])
    )
    reuse = asked_reuse(m, given["reuse"])
    if reuse is None:  # taken as it is: what counts is whether it is true
        reuse = Reuse.ON if truth(m, given["reuse"]) else Reuse.OFF
    source = ReuseSource("argument", naming.shown(name), m.site())
    data = ScopeData(
        name,
        reuse,
        None if reuse is Reuse.OFF else source,
        given["initializer"],
        given["regularizer"],
        None if given["dtype"] == "float32" else given["dtype"],
        given["custom_getter"],
        given["partitioner"],
        given["use_resource"],
        given["constraint"],
        given["caching_device"],
        original,
    )
    return Scope(m.allocate(data))


def get_variable_scope(m: Machine, a: Arguments) -> Value:
    """``tf.get_variable_scope()``: the object of the scope in force; the root is made by it."""
    root_shares(m)
    return Scope(current(m).scope)


def _said(scope: Scope) -> Any:
    """Where it is kept that reuse_variables was called under eager execution."""
    return ("reuse_variables", scope.id)


def reuse_variables(m: Machine, scope: Scope) -> None:
    """``scope.reuse_variables()``: switches that object until it is left, the root for ever."""
    data: ScopeData = m.heap[scope.id]
    if m.world.executing_eagerly:  # the store doesn't ask; only the program may
        m.write(_said(scope), True)
        return
    root = data.name == "" and scope.id == _root_scope(m)
    block = data.name == "" and not root and scope.id == current(m).scope
    source = ReuseSource("reuse_variables", naming.shown(data.name), m.site(), block)
    if data.reuse is Reuse.ON and data.source is not None:
        source = data.source
    m.write(scope.id, replace(data, reuse=Reuse.ON, source=source))
    m.emit(ReuseSwitched(m.site(), m.path(), naming.shown(data.name), root))


def _root_scope(m: Machine) -> int:
    graph = current(m)
    return graph.scope if graph.open_scopes == 0 else -1


def scope_attribute(m: Machine, scope: Scope, name: str) -> Value:
    """What a VariableScope object offers."""
    data: ScopeData = m.heap[scope.id]
    if name == "name":
        return naming.decode(m, data.name)
    if name == "original_name_scope":
        return naming.decode(m, data.original_name_scope)
    if name == "reuse":
        if m.world.executing_eagerly:
            return True if m.heap.get(_said(scope)) else AUTO_REUSE
        modes: dict[Reuse, Value] = {Reuse.OFF: False, Reuse.ON: True, Reuse.AUTO: AUTO_REUSE}
        if data.reuse in modes:
            return modes[data.reuse]
        return m.unknown("scope.reuse", kind="bool")
    if name == "reuse_variables":
        return Builtin(name, lambda m, a: reuse_variables(m, scope))
    if name == "__str__":
        address = Unknown(("address", scope.id), "the scope's address", kind="str")
        return Text((_SHOWN, address, ">"))
    settable = {
        "set_initializer": "initializer",
        "set_regularizer": "regularizer",
        "set_dtype": "dtype",
        "set_custom_getter": "getter",
        "set_partitioner": "partitioner",
        "set_use_resource": "use_resource",
        "set_caching_device": "caching_device",
    }
    if name in settable:

        def change(m: Machine, a: Arguments) -> Value:
            value = a.args[0] if a.args else next(iter(a.kwargs.values()), None)
            if name == "set_caching_device" and m.world.executing_eagerly:
                raise refuse_argument(m, name, "NotImplementedError", NO_DEVICES)
            if name == "set_use_resource" and m.world.executing_eagerly and not truth(m, value):
                raise refuse_argument(m, name, "ValueError", RESOURCES_ONLY)
            held: ScopeData = m.heap[scope.id]
            changed: dict[str, Any] = {settable[name]: value}
            m.write(scope.id, replace(held, **changed))
            return None

        return Builtin(name, change)
    if name == "dtype" and data.dtype is None:
        return DType("float32")
    if name in ("initializer", "regularizer", "dtype", "partitioner", "constraint", "use_resource"):
        return getattr(data, name)
    if name == "custom_getter":
        return data.getter
    if name in ("global_variables", "trainable_variables", "local_variables", "get_collection"):
        return Builtin(name, lambda m, a: _scope_collection(m, scope, name, a))
    if name == "get_variable":
        return Builtin(name, lambda m, a: get_variable(m, type(a)(a.args[1:], a.kwargs)))
    return NotImplemented


def _scope_collection(m: Machine, scope: Scope, name: str, a: Arguments) -> Value:
    data: ScopeData = m.heap[scope.id]
    prefix = re.escape(data.name) + "/" if data.name else ""
    if name == "get_collection":
        return LISTS["tf.get_collection"](m, type(a)((a.args[0], naming.decode(m, prefix) or None)))
    return LISTS[f"tf.{name}"](m, type(a)((naming.decode(m, prefix) or None,)))


MODELS: dict[str, Model] = {
    "tf.VariableScope": made,
    "tf.get_variable_scope": get_variable_scope,
}
