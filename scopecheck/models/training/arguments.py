"""Numbers and flags that an optimizer's constructor and its methods refuse.

Source: tensorflow/python/training, ``__init__`` of ftrl.py, adagrad.py, adagrad_da.py and
proximal_adagrad.py; optimizer.py, ``__init__`` and ``compute_gradients``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models.refusal import refuse_argument
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.values import Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine

_ABOVE_ZERO = {
    "AdagradOptimizer": "initial_accumulator_value",
    "ProximalAdagradOptimizer": "initial_accumulator_value",
    "AdagradDAOptimizer": "initial_gradient_squared_accumulator_value",
}
_NOT_BELOW_ZERO = (
    "initial_accumulator_value",
    "l1_regularization_strength",
    "l2_regularization_strength",
    "l2_shrinkage_regularization_strength",
)


def check_constructor(m: Machine, name: str, given: dict[str, Value], named: bool) -> None:
    """Raises ValueError for numbers of the wrong sign, and for no name.

    named: whether a name was given, if only None.
    """
    above = _ABOVE_ZERO.get(name)
    value = needed(m, given.get(above)) if above is not None else None
    if isinstance(value, (int, float)) and value <= 0:
        raise refuse_argument(m, name, "ValueError", f"{above} must be positive: {value}")
    if given.get("name") == "" or (named and given["name"] is None):
        raise refuse_argument(m, name, "ValueError", "Must specify the optimizer name")
    power = needed(m, given.get("learning_rate_power"))
    if isinstance(power, (int, float)) and power > 0:
        message = f"learning_rate_power {power:f} needs to be negative or zero"
        raise refuse_argument(m, name, "ValueError", message)
    for key in _NOT_BELOW_ZERO if name == "FtrlOptimizer" else ():
        value = needed(m, given.get(key))
        if isinstance(value, (int, float)) and value < 0:
            message = f"{key} {value:f} needs to be positive or zero"
            raise refuse_argument(m, name, "ValueError", message)


def check_gradients(m: Machine, by: str, given: dict[str, Value]) -> None:
    """Raises ValueError for an unknown gate, AttributeError for a loss or list that is a number."""
    gate, loss = needed(m, given["gate_gradients"]), needed(m, given["loss"])
    if isinstance(gate, (int, str)) and gate not in (0, 1, 2):
        message = (
            "gate_gradients must be one of: Optimizer.GATE_NONE, Optimizer.GATE_OP, "
            f"Optimizer.GATE_GRAPH.  Not {gate}"
        )
        raise refuse_argument(m, by, "ValueError", message)
    for value, name in ((loss, "dtype"), (needed(m, given["var_list"]), "op")):
        if isinstance(value, (int, float)):
            kind = type(value).__name__
            raise m.fail("AttributeError", f"'{kind}' object has no attribute '{name}'")
