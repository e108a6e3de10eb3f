"""Flags that are asked whether they hold: ``if self.use_bias``."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
