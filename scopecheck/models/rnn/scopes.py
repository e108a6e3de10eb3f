"""Scopes that the functions for recurrent networks open, and the loop they build in.

Source: tensorflow/python/ops/rnn.py; tensorflow/python/ops/control_flow_ops.py.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from scopecheck.models import naming
from scopecheck.models.rnn.nest import map_structure
from scopecheck.models.store.variable_scope import close_scope, construct, open_scope
from scopecheck.models.tensors import Tensor
from scopecheck.models.world import Scope, current, update
from scopecheck.symbolic.decisions import truth
from scopecheck.symbolic.values import Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine


def opened(
    m: Machine,
    scope: Value,
    default: str,
    body: Callable[[Scope], Value],
    *,
    reuse: Value = None,
    dtype: Value = None,
    initializer: Value = None,
) -> Value:
    """``with variable_scope(scope or default, ...) as entered``."""
    name = scope if truth(m, scope) else named(m, default)
    given = {"name_or_scope": name, "default_name": None, "values": None, "reuse": reuse}
    context = construct(m, {**given, "dtype": dtype, "initializer": initializer})
    entered, token = open_scope(m, context.given, m.site())
    try:
        return body(entered)
    finally:
        close_scope(m, token)


_BEFORE_ONE = {"rnn": "RNN", "bidirectional_rnn": "BiRNN", "fw": "FW", "bw": "BW"}


def named(m: Machine, name: str) -> str:
    """What the epoch calls a scope of its own."""
    return _BEFORE_ONE.get(name, name) if m.world.before_one else name


def in_loop(m: Machine, body: Callable[[], Value], name: str = "while") -> Value:
    """The body of a while loop: it is built once, in a name scope of its own."""
    stack = current(m).stack
    full = naming.unique_name(m, name)
    update(m, current(m), stack=full)
    try:
        return body()
    finally:
        update(m, current(m), stack=stack)


def loop_variables(m: Machine, values: Value) -> Value:
    """A structure of tensors as the loop's body sees it."""

    def entered(one: Value) -> Value:
        if not isinstance(one, Tensor):
            return one
        return Tensor((*one.key, "loop"), "Switch", (one,), one.shape, one.dtype)

    return map_structure(m, entered, values)


def left_loop(m: Machine, before: Value, after: Value) -> Value:
    """A structure of tensors as the loop leaves it: either as it came, or as the body made it."""

    def left(one: Value, other: Value) -> Value:
        if not isinstance(one, Tensor) or not isinstance(other, Tensor):
            return other
        made = Tensor(m.identity(), "Exit", (other, one), one.shape, one.dtype)
        made.graph = current(m).id
        return made

    return map_structure(m, left, before, after)
