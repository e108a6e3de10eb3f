"""The reuse modes: False, True, ``tf.AUTO_REUSE``, and an argument that is none of them.

Source: tensorflow/python/ops/variable_scope.py, ``_ReuseMode`` and
``_pure_variable_scope``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scopecheck.symbolic.decisions import known_value, recall
from scopecheck.symbolic.values import Extern, Foreign, Unknown, Value
from scopecheck.trace import Reuse

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine


class AutoReuse(Foreign):
    """``tf.AUTO_REUSE``."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, AutoReuse)

    def __hash__(self) -> int:
        return hash("AUTO_REUSE")


AUTO_REUSE = AutoReuse()


def asked_reuse(m: Machine, value: Value) -> Reuse | None:
    """A ``reuse`` argument: False and None ask for nothing; None where it is no reuse mode."""
    if isinstance(value, Unknown):
        known = recall(m, value.key)
        value = known_value(m, value)
        if isinstance(value, Unknown):
            if value.kind == "str" and (value.not_none or value.default is not None):
                return None
            if known is None and value.key[0] != "not":
                return Reuse.UNKNOWN
            if value.key[0] == "not":
                inner = recall(m, value.key[1].key)
                return Reuse.UNKNOWN if inner is None else (Reuse.OFF if inner else Reuse.ON)
            if value.kind == "bool" or known is False:
                return Reuse.ON if known else Reuse.OFF
            return Reuse.UNKNOWN
    if isinstance(value, Extern):
        return Reuse.UNKNOWN
    if value is None or value is False:
        return Reuse.OFF
    if value is True:
        return Reuse.ON
    if isinstance(value, AutoReuse):
        return Reuse.AUTO
    return None


CONSTANTS: dict[str, Any] = {"tf.AUTO_REUSE": AUTO_REUSE}
