"""A function that Python brings along, as the machine calls it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from scopecheck.symbolic.values import Value

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine

Native = Callable[["Machine", "Arguments"], Value]


def guarded(function: Native) -> Native:
    """A call with arguments that are missing or unseen gives an unknown."""

    def run(m: Machine, a: Arguments) -> Value:
        if a.open_args:
            return m.unknown()
        try:
            return function(m, a)
        except IndexError:
            raise m.fail("TypeError", "missing an argument") from None

    return run
