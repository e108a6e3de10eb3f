"""A tensor made inside a loop or a branch is no initial value: the variable lives outside.

Source: tensorflow/python/ops/variables.py, ``RefVariable._init_from_args``.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from scopecheck.models.tensors import Tensor

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine


def enter_flow(m: Machine, name: str) -> tuple[str, ...]:
    """A body begins, whose operations are named below this name; gives what to restore."""
    before: tuple[str, ...] = m.world.flows
    if _builds_contexts(m):
        m.world = replace(m.world, flows=(*before, name))
    return before


def leave_flow(m: Machine, before: tuple[str, ...]) -> None:
    """The body has ended."""
    m.world = replace(m.world, flows=before)


def made_in_flow(m: Machine, initial: object) -> bool:
    """Whether an initial value is a tensor that a body in force makes, which 0.12 doesn't mind."""
    if m.world.before_one or type(initial) is not Tensor or initial.name is None:
        return False
    return any(initial.name.startswith(f"{name}/") for name in m.world.flows)


def flow_message(m: Machine, name: str, resource: bool) -> str:
    """What TensorFlow says."""
    if m.world.tensorflow != "1.15" and resource:
        return (
            f"The `initial_value` passed to `tf.Variable` {name}/ is from inside a control-flow  "
            "construct, such as a loop or conditional. When creating a `tf.Variable` inside a "
            "loop or conditional, use a lambda as the `initial_value`. Got: initial_value=(…)"
        )
    return (
        f"Initializer for variable {name}/ is from inside a control-flow construct, such as a "
        "loop or conditional. When creating a variable inside a loop or conditional, use a "
        "lambda as the initializer."
    )


def _builds_contexts(m: Machine) -> bool:
    """TensorFlow 1's control flow; that of TensorFlow 2 makes graphs of its own."""
    return m.world.tensorflow == "1.15" or not (m.world.eager or m.world.resource)
