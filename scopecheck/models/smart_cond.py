"""``smart_cond``: the branch that a known condition chooses, both where it is a tensor.

Sources: tensorflow/python/framework/smart_cond.py; tensorflow/python/layers/utils.py;
tensorflow/contrib/layers/python/layers/utils.py; tensorflow/python/framework/tensor_util.py,
``constant_value``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models import naming
from scopecheck.models.constants import number_of
from scopecheck.models.control_flow import branches, case_pairs, cond
from scopecheck.models.refusal import refuse_argument
from scopecheck.models.registry import Model
from scopecheck.models.store.initial import is_callable
from scopecheck.models.store.scope_names import under
from scopecheck.models.tensors import Tensor
from scopecheck.symbolic.calls import Arguments
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.values import Builtin, Unknown, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine


def _given(a: Arguments) -> dict[str, Value]:
    given = dict(zip(("pred", "true_fn", "false_fn", "name"), a.args, strict=False))
    return {**given, **a.kwargs}


def smart_cond(m: Machine, a: Arguments) -> Value:
    """``smart_cond(pred, true_fn, false_fn, name=None)``."""
    given = _given(a)
    pred = needed(m, given.get("pred"))
    both = branches(given)
    for name, branch in zip(("true_fn", "false_fn"), both, strict=True):
        _check_branch(m, name, branch)
    if isinstance(pred, Tensor):
        number = number_of(m, pred)
        if not isinstance(number, int):
            return cond(m, Arguments((pred, *both)))
        pred = bool(number)
    return m.call(both[0] if m.truth(pred) else both[1])


def _check_branch(m: Machine, name: str, branch: Value) -> None:
    if is_callable(m, branch) is False:
        message = f"`{name}` must be callable."
        if m.world.tensorflow != "1.15":
            message = f"Argument {message} Received {branch if branch is None else '…'}"
        raise refuse_argument(m, "smart_cond", "TypeError", message)


def _smart_case(m: Machine, a: Arguments) -> Value:
    """``smart_case(pred_fn_pairs, default=None)``: the first whose condition isn't known false."""
    name = naming.encode(m, a.get(3, "name")) or "smart_case"
    with under(m, name, "smart_case"):
        return _first_of(m, case_pairs(m, a), needed(m, a.get(1, "default")))


def _first_of(m: Machine, pairs: list[tuple[Value, Value]], default: Value) -> Value:
    if not pairs:
        return m.unknown("a branch") if default is None else m.call(default)
    (condition, function), *rest = pairs
    if not rest and default is None:
        return m.call(function)
    otherwise = Builtin("otherwise", lambda m, a: _first_of(m, rest, default))
    return smart_cond(m, Arguments((condition, function, otherwise)))


def constant_value(m: Machine, a: Arguments) -> Value:
    """The value of a tensor that is known while the graph is built, else None."""
    value = needed(m, next(iter((*a.args, *a.kwargs.values())), None))
    if not isinstance(value, Tensor):
        return value
    number = number_of(m, value)
    if number is None or isinstance(number, (int, float)):
        return number
    return m.unknown("constant_value(…)", tame=True)


def _static_cond(m: Machine, a: Arguments) -> Value:
    given = _given(a)
    pred = given.get("pred")
    if isinstance(pred, (Tensor, Unknown)):
        return m.unknown("static_cond(…)")
    first, second = branches(given)
    return m.call(first if m.truth(pred) else second)


MODELS: dict[str, Model] = {
    "tf.smart_cond": smart_cond,
    "tf.smart_case": _smart_case,
    "tf.smart_constant_value": constant_value,
    "tf.constant_value": constant_value,
    "tf.get_static_value": constant_value,
    "tf.contrib.util.constant_value": constant_value,
    "tf.static_cond": _static_cond,
}
