"""The graph's own variable store, asked without the scope in force.

Source: tensorflow/python/ops/variable_scope.py, ``_get_default_variable_store`` and
``_VariableStore.get_variable``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models.registry import Model, Signature
from scopecheck.models.store.get_variable import request_variable
from scopecheck.models.tensors import DType
from scopecheck.models.world import ScopeData, current
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.values import Builtin, Foreign, Value
from scopecheck.trace import Reuse

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine

REQUEST = Signature(
    "name, shape=None, dtype=None, initializer=None, regularizer=None, reuse=None, "
    "trainable=None, collections=None, caching_device=None, partitioner=None, "
    "validate_shape=True, use_resource=None, custom_getter=None, constraint=None, "
    "synchronization=None, aggregation=None"
)


class DefaultStore(Foreign):
    """The store of a graph; outside all scopes, names are those it is asked for."""

    __slots__ = ("graph",)

    def __init__(self, graph: int) -> None:
        self.graph = graph

    def __eq__(self, other: object) -> bool:
        return isinstance(other, DefaultStore) and self.graph == other.graph

    def __hash__(self) -> int:
        return hash(("store", self.graph))

    def get_attribute(self, m: Machine, name: str) -> Value:
        """``get_variable`` and ``_vars``, while the graph is the current one."""
        if self.graph != current(m).id or m.world.executing_eagerly:
            return NotImplemented
        if name == "get_variable":
            return Builtin(name, _get_variable)
        if name == "_vars":
            return m.new_dict(dict(current(m).store))
        return NotImplemented


def _get_variable(m: Machine, a: Arguments) -> Value:
    given = REQUEST.bind(m, "get_variable", a)
    asked = needed(m, given.pop("reuse"))
    reuse = Reuse.AUTO if asked is None else Reuse.ON if asked is True else Reuse.OFF
    if asked not in (None, True, False) or current(m).stack:
        reason = "what the store makes in a name scope is not modelled"
        m.undecided("get_variable", reason, 1)
        return m.unknown("a variable", not_none=True)
    return request_variable(m, given, ScopeData(reuse=reuse, dtype=DType("float32")))


def _default(m: Machine, a: Arguments) -> Value:
    return DefaultStore(current(m).id)


MODELS: dict[str, Model] = {"tf._get_default_variable_store": _default}
