"""``tf.train.ExponentialMovingAverage``: the averages it makes beside variables and tensors.

Source: tensorflow/python/training/moving_averages.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models import naming
from scopecheck.models.graph_collections import GLOBAL, TRAINABLE
from scopecheck.models.messages import type_name
from scopecheck.models.refusal import refuse_argument
from scopecheck.models.registry import Model, Signature
from scopecheck.models.store.get_variable import request_variable
from scopecheck.models.store.partitions import PartitionedTensor
from scopecheck.models.store.variable_scope import close_scope, construct, open_scope
from scopecheck.models.store.variables import VariableTensor
from scopecheck.models.switches import holds
from scopecheck.models.tensors import (
    FLOATS,
    UNSEEN,
    Tensor,
    Unseen,
    operation,
    placed,
    sizes_list,
)
from scopecheck.models.training.slots import create_slot, dtype_like, zeros
from scopecheck.models.training.updates import check_assignable
from scopecheck.models.world import EMPTY, current, scope_data
from scopecheck.symbolic.access import get_attribute
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.values import Builtin, Foreign, Value
from scopecheck.trace import Reuse

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine


class MovingAverage(Foreign):
    """``tf.train.ExponentialMovingAverage``; on the heap: the averages it made."""

    __slots__ = ("name", "place", "zero_debias")

    def __init__(self, name: str, zero_debias: bool, place: int) -> None:
        self.name = name
        self.zero_debias = zero_debias
        self.place = place

    def __eq__(self, other: object) -> bool:
        return isinstance(other, MovingAverage) and self.place == other.place

    def __hash__(self) -> int:
        return hash(self.place)

    def get_attribute(self, m: Machine, name: str) -> Value:
        """``apply``, ``average``, ``average_name``, ``variables_to_restore``."""
        if name == "apply":
            return Builtin(name, self.apply)
        if name == "average":
            return Builtin(name, self.average)
        if name == "name":
            return self.name
        return Builtin(name, lambda m, a: m.unknown(name, not_none=True))

    def average(self, m: Machine, a: Arguments) -> Value:
        """The average of a variable, None before apply."""
        wanted = a.args[0] if a.args else None
        if isinstance(wanted, Tensor):
            return m.heap[self.place].get(wanted.key)
        return m.unknown("an average")

    def apply(self, m: Machine, a: Arguments) -> Value:
        """Makes the averages of variables or tensors: they go through the store."""
        var_list = needed(m, a.args[0] if a.args else a.kwargs.get("var_list"))
        by = "ExponentialMovingAverage.apply"
        if var_list is None:
            items: tuple[Value, ...] = current(m).collections.get(TRAINABLE, ())
        else:
            if isinstance(var_list, VariableTensor) and m.world.tensorflow == "1.15":
                lone = "'Variable' object is not iterable."
                raise refuse_argument(m, by, "TypeError", lone)
            held = iterate(m, var_list)
            if held is None or held.open:
                m.undecided("a moving average", "the list of variables is not known")
                return m.unknown("an operation", not_none=True)
            items = held.items
        if m.world.executing_eagerly:
            return m.unknown("an operation", not_none=True)
        made: list[tuple[Tensor, Value]] = []
        for one in items:
            if not isinstance(one, Tensor):
                m.undecided("a moving average", "one of the variables is not known")
                continue
            if isinstance(one, PartitionedTensor):
                lacks = "experimental_ref" if m.world.tensorflow == "1.15" else "ref"
                message = f"'PartitionedVariable' object has no attribute '{lacks}'"
                raise refuse_argument(m, by, "AttributeError", message)
            if one.key in m.heap[self.place]:
                if m.world.before_one:
                    raise m.fail("ValueError", f"Moving average already computed for: {_said(one)}")
                continue
            if one.dtype is not None and one.dtype not in FLOATS:
                message = f"The variables must be half, float, or double: {_said(one)}"
                raise refuse_argument(m, by, "TypeError", message)
            average = create_slot(m, one, self.name, by, "average")
            m.write(self.place, m.heap[self.place].set(one.key, average))
            made.append((one, average))
        check_assignable(m, by, [average for _, average in made])
        if self.zero_debias:
            for one, average in made:
                if not isinstance(one, VariableTensor) and isinstance(average, VariableTensor):
                    _debias(m, average, by)
        return _moves(m, made)


def _moves(m: Machine, made: list[tuple[Tensor, Value]]) -> Tensor:
    """What moves the averages, once it runs; built after the control dependencies in force."""
    updates: list[Value] = []
    for one, average in made:
        updates.append(Tensor(m.identity(), "AssignSub", (average, one)))
    return placed(m, Tensor(m.identity(), "NoOp", tuple(updates)))


def _said(one: Tensor) -> str:
    return "…" if one.name is None else f"{naming.shown(one.name)}:0"


def _debias(m: Machine, average: VariableTensor, by: str) -> None:
    """``_zero_debias``: two more variables, in a scope named like the average.

    Where the scope in force does not reuse, their names are the first that are free in it.
    """
    given: dict[str, Value] = {
        "name_or_scope": naming.decode(m, average.name or ""),
        "default_name": None,
        "values": None,
        "reuse": None,
        "asked": Reuse.OFF,
    }
    _, token = open_scope(m, given, m.site())
    try:
        for name, shape in (("biased", _like(m, average)), ("local_step", m.new_list())):
            request: dict[str, Value] = {
                "name": _free_name(m, name),
                "shape": shape,
                "dtype": dtype_like(average),
                "initializer": zeros(),
                "trainable": False,
            }
            request_variable(m, request, scope_data(m), by, "average")
    finally:
        close_scope(m, token)


def _like(m: Machine, average: VariableTensor) -> Value:
    """The average's shape, asked for another variable."""
    if isinstance(average.shape, Unseen):
        return m.unknown("a shape", not_none=True)
    return sizes_list(m, average.shape or ())


def _free_name(m: Machine, name: str) -> str:
    scope = scope_data(m)
    if scope.reuse is not Reuse.OFF or m.world.before_one:
        return name
    held = current(m).collections.get(GLOBAL, ())
    taken = {one.name for one in held if isinstance(one, VariableTensor)}
    numbered = (name, *(f"{name}_{i}" for i in range(1, len(taken) + 1)))
    return next(one for one in numbered if f"{scope.name}/{one}" not in taken)


def _assign(m: Machine, a: Arguments) -> Value:
    """``assign_moving_average``: corrected for its start at zero unless that is declined."""
    given = _ASSIGN.bind(m, "assign_moving_average", a)
    variable = needed(m, given["variable"])
    debias = needed(m, given["zero_debias"])
    if isinstance(variable, VariableTensor) and debias is True:
        if not m.world.executing_eagerly:
            _debias(m, variable, "assign_moving_average")
    elif debias is not False:
        m.undecided("a moving average", "the variable or its correction is not known", 1)
    return Tensor(m.identity(), "Assign", (variable, given["value"]))


def _weighted(m: Machine, a: Arguments) -> Value:
    """``weighted_moving_average``: two variables, of the product and of the weight."""
    by = "weighted_moving_average"
    given = _WEIGHTED.bind(m, by, a)
    value, weight = needed(m, given["value"]), needed(m, given["weight"])
    context = construct(m, {**_SCOPE, "name_or_scope": given["name"]})
    _, token = open_scope(m, context.given, m.site())
    try:
        for name, like in (("value_x_weight", value), ("weight", weight)):
            _check_tensor(m, like, by)
            request: dict[str, Value] = {
                "name": name,
                "shape": m.call(get_attribute(m, like, "get_shape")),
                "dtype": dtype_like(like) if isinstance(like, Tensor) else m.unknown("a dtype"),
                "initializer": zeros(),
                "trainable": False,
                "collections": given["collections"],
            }
            request_variable(m, request, scope_data(m), by, "average")
        dims = value.shape if isinstance(value, Tensor) else UNSEEN
        return operation(m, "RealDiv", (value, weight), dims, getattr(value, "dtype", None))
    finally:
        close_scope(m, token)


def _check_tensor(m: Machine, value: Value, by: str) -> None:
    if not isinstance(value, Tensor) and (name := type_name(value)) is not None:
        message = f"'{name}' object has no attribute 'get_shape'"
        raise refuse_argument(m, by, "AttributeError", message)


def _moving_average(m: Machine, a: Arguments) -> Value:
    given = _EMA.bind(m, "ExponentialMovingAverage", a)
    name = naming.given_name(m, given["name"], "ExponentialMovingAverage")
    return MovingAverage(name, holds(m, given["zero_debias"]), m.allocate(EMPTY))


def _before_one(m: Machine, a: Arguments) -> Value:
    """Before 1.0 the averages of tensors are corrected, and those of variables never."""
    given = _OLD_EMA.bind(m, "ExponentialMovingAverage", a)
    name = naming.given_name(m, given["name"], "ExponentialMovingAverage")
    return MovingAverage(name, True, m.allocate(EMPTY))


_SCOPE: dict[str, Value] = {"default_name": "WeightedMovingAvg", "values": None, "reuse": None}
_WEIGHTED = Signature("value, decay, weight, truediv=True, collections=None, name=None")
_ASSIGN = Signature("variable, value, decay, zero_debias=True, name=None")
_EMA = Signature("decay, num_updates=None, zero_debias=False, name=ExponentialMovingAverage")
_OLD_EMA = Signature("decay, num_updates=None, name=ExponentialMovingAverage")


MODELS: dict[str, Model] = {
    "tf.train.ExponentialMovingAverage": _moving_average,
    "tf.train.assign_moving_average": _assign,
    "tf.train.weighted_moving_average": _weighted,
}
BEFORE_ONE: dict[str, Model] = {"tf.train.ExponentialMovingAverage": _before_one}
