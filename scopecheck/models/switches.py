"""Flags that are asked whether they hold: ``if self.use_bias``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.symbolic.comparisons import compare
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.values import Unknown, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine


def holds(m: Machine, flag: Value) -> bool:
    """Whether a flag holds, as Python decides it; one that is not known splits the path."""
    flag = needed(m, flag)
    if isinstance(flag, Unknown):
        return m.truth(flag)
    return bool(flag) if flag is None or isinstance(flag, (bool, int, float, str)) else True


def is_given(m: Machine, value: Value) -> bool:
    """Whether a value is not None; one that may be splits the path."""
    value = needed(m, value)
    if isinstance(value, Unknown):
        return m.truth(compare(m, "is not", value, None))
    return value is not None


def trains(m: Machine, flag: Value) -> bool:
    """What ``trainable`` says; None leaves it to TensorFlow, which trains then."""
    flag = needed(m, flag)
    return flag is None or holds(m, flag)
