"""Optimizers: ``minimize``, ``compute_gradients``, ``apply_gradients``; when their slots are made.

Source: tensorflow/python/training/optimizer.py (``apply_gradients``, ``_zeros_slot``), adam.py
and its siblings.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from scopecheck.models import naming
from scopecheck.models.classes import is_instance
from scopecheck.models.graph_collections import GLOBAL, TRAINABLE
from scopecheck.models.messages import tensor_class, value_text, variable_text
from scopecheck.models.refusal import refuse_argument, state_of
from scopecheck.models.registry import Model, Signature, constructor_name
from scopecheck.models.store.get_variable import request_variable
from scopecheck.models.store.partitions import PartitionedTensor
from scopecheck.models.store.variables import VariableTensor, make_variable, through_creators
from scopecheck.models.switches import holds
from scopecheck.models.tensors import Tensor, placed
from scopecheck.models.training.arguments import check_constructor, check_gradients
from scopecheck.models.training.callable_losses import loss_value, watched
from scopecheck.models.training.families import CONTRIB_FAMILIES, FAMILIES, Family
from scopecheck.models.training.gradients import (
    check_registered,
    differentiated,
    followed,
    gradient_of,
    reached_variables,
)
from scopecheck.models.training.minimized import Minimized
from scopecheck.models.training.slots import create_slot, slots_reuse
from scopecheck.models.world import EMPTY, current, scope_data
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.given import up_to_caller
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.values import Builtin, Foreign, ListRef, Value
from scopecheck.trace import VariableMade

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine


_FOR_LOSS = "gate_gradients=1, aggregation_method=None, colocate_gradients_with_ops=False, "
_MINIMIZE = f"loss, global_step=None, var_list=None, {_FOR_LOSS}name=None, grad_loss=None"
_COMPUTE = f"loss, var_list=None, {_FOR_LOSS}grad_loss=None"
MINIMIZE = Signature(_MINIMIZE)


def _up_to_caller(*given: Value) -> str | None:
    """Why the variables aren't known where a caller that isn't there gives the list or the loss."""
    return next(filter(None, (up_to_caller("them", one) for one in given)), None)


def _origin(pairs: Value) -> Any:
    """Where on the heap it is why a list of gradients isn't known."""
    return ("origin of gradients", pairs.id if isinstance(pairs, ListRef) else None)


class Optimizer(Foreign):
    """An optimizer object; on the heap: which slots it made.

    whole: the variables beside its slots that begin at a whole number.
    """

    __slots__ = ("centered", "family", "name", "place", "whole")
    minimizes, computes = MINIMIZE, Signature(_COMPUTE)

    def __init__(
        self,
        family: Family,
        name: str,
        centered: bool,
        place: int,
        whole: frozenset[str] = frozenset(),
    ) -> None:
        self.whole = whole
        self.family = family
        self.name = name
        self.centered = centered
        self.place = place

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Optimizer) and self.place == other.place

    def __hash__(self) -> int:
        return hash(self.place)

    def is_instance(self, m: Machine, kind: Value) -> Value:
        """Whether the optimizer is of a class; those of tf.train inherit the base alone."""
        own = [name for name, family in FAMILIES.items() if family is self.family]
        classes = frozenset(f"tf.train.{name}" for name in (*own, "Optimizer"))
        known = is_instance(m, classes, kind)
        return known if own or known is True else m.unknown("isinstance(…)", kind="bool")

    def get_attribute(self, m: Machine, name: str) -> Value:
        """``minimize``, ``compute_gradients``, ``apply_gradients`` …"""
        methods: dict[str, Any] = {
            "minimize": self.minimize,
            "compute_gradients": self.compute,
            "apply_gradients": self.apply,
        }
        if name in methods:
            return Builtin(name, methods[name])
        if name == "get_name":
            return Builtin(name, lambda m, a: self.name)
        if name == "get_slot":
            return Builtin(name, self._get_slot)
        if name in ("get_slot_names", "variables"):
            return Builtin(name, lambda m, a: m.unknown(name, not_none=True))
        return NotImplemented

    # Every method below follows Optimizer's method of that name.

    def minimize(self, m: Machine, a: Arguments) -> Value:
        """compute_gradients, then apply_gradients."""
        given = self.minimizes.bind(m, "minimize", a)
        loss, pairs = self._found(m, "minimize", given)
        if pairs is None:
            return self._train(m, None, loss)
        if not any(one[0] for one in pairs):
            names = ", ".join(f'"{_shown(m, v)}"' for _, v in pairs)
            raise refuse_argument(
                m,
                "minimize",
                "ValueError",
                "No gradients provided for any variable, check your graph for ops that do not "
                "support "
                f"gradients, between variables [{names}] and loss {value_text(m, given['loss'])}.",
            )
        return self._train(m, [v for has, v in pairs if has], loss, given["var_list"])

    def compute(self, m: Machine, a: Arguments) -> Value:
        """Pairs of gradient and variable; the gradient is None where there is none."""
        given = self.computes.bind(m, "compute_gradients", a)
        loss, pairs = self._found(m, "compute_gradients", given)
        if pairs is None:
            unknown = m.new_list((), True)
            m.write(_origin(unknown), _up_to_caller(given["var_list"], given["loss"]))
            return unknown
        listed = needed(m, given["var_list"]) is not None
        rows = []
        for has, variable in pairs:
            rows.append((gradient_of(m, loss, variable, listed) if has else None, variable))
        return m.new_list(rows)

    def apply(self, m: Machine, a: Arguments) -> Value:
        """Makes the slots of every variable that has a gradient."""
        given = _APPLY.bind(m, "apply_gradients", a)
        held = iterate(m, given["grads_and_vars"])
        if held is None or held.open or not (held.items or m.world.closed):
            origin = m.heap.get(_origin(given["grads_and_vars"]))
            return self._train(m, None, None, told=origin)
        gradients: list[Value] = []
        variables: list[Tensor] = []
        for pair in held.items:
            both = iterate(m, pair)
            if both is None or len(both.items) != 2:
                return self._train(m, None, None)
            gradient, variable = both.items
            if gradient is None:
                continue
            if not self._is_target(m, variable):
                return self._train(m, None, None)
            variables.append(variable)
            gradients.append(gradient)
        if not variables:
            message = (
                "No variables provided."
                if not held.items
                else "No gradients provided for any variable: …"
            )
            raise refuse_argument(m, "apply_gradients", "ValueError", message)
        loss, listed = differentiated(gradients)
        chosen = listed or _leaves_out(m, loss, variables)
        return self._train(m, variables, loss, variables if chosen else None)

    def _get_slot(self, m: Machine, a: Arguments) -> Value:
        """The slot of a variable, where it is known to have been made."""
        variable, name = needed(m, a.get(0, "var")), needed(m, a.get(1, "name"))
        if isinstance(variable, VariableTensor):
            made = m.heap[self.place].get((name, variable.key))
            if isinstance(made, VariableTensor):
                return made
        return m.unknown("get_slot", not_none=True)

    def _found(
        self, m: Machine, function: str, given: dict[str, Value]
    ) -> tuple[Value, list[tuple[bool, Tensor]] | None]:
        """The loss, and each variable with whether it has a gradient; None where undecided."""
        loss, called = loss_value(m, function, given["loss"])
        if called:
            seen = watched(m, loss, given["var_list"])
            return loss, None if seen is None else [*seen]
        if called is None and m.world.executing_eagerly:
            return loss, None
        check_gradients(m, function, given)
        return loss, self._pairs(m, loss, given["var_list"], function == "minimize")

    def _pairs(
        self, m: Machine, loss: Value, var_list: Value, one_has: bool
    ) -> list[tuple[bool, Tensor]] | None:
        """Each variable and whether the loss has a gradient for it; None where undecided.

        one_has: without a gradient for any of them the program would end here, as that of
        ``minimize`` does, so that a single variable is known to have one.
        """
        graph = current(m)
        var_list = needed(m, var_list)
        complete = m.taint == 0 and not graph.unfollowed
        if var_list is None:
            listed: tuple[Value, ...] = graph.collections.get(TRAINABLE, ())
        else:
            held = iterate(m, var_list) if not isinstance(var_list, Tensor) else None
            if isinstance(var_list, VariableTensor):
                listed = (var_list,)
            elif held is None:
                return None
            else:
                listed = held.items
                complete = not held.open
        if any(isinstance(one, PartitionedTensor) for one in listed):
            message = "'PartitionedVariable' object has no attribute 'op'"
            raise refuse_argument(m, "compute_gradients", "AttributeError", message)
        variables = [v for v in listed if isinstance(v, Tensor) and self._is_target(m, v)]
        if len(variables) != len(listed):
            return None
        if not variables:
            if not complete or not m.world.closed:
                return None
            raise refuse_argument(m, "minimize", "ValueError", "No variables to optimize.")
        if not complete:
            return None
        check_registered(m, loss, variables)
        found, lost = followed(loss)
        if lost and not found.issuperset(variables):
            only = len(variables) == 1 and (m.world.begun_empty or var_list is not None)
            return [(True, variables[0])] if one_has and only else None
        return [(v in found, v) for v in variables]

    def _is_target(self, m: Machine, value: Value) -> bool:
        """A variable; in a graph, any tensor can have a gradient, but none can be updated."""
        if isinstance(value, VariableTensor):
            return True
        return isinstance(value, Tensor) and not m.world.executing_eagerly

    def _train(
        self,
        m: Machine,
        variables: list[Tensor] | None,
        loss: Value,
        var_list: Value = None,
        told: str | None = None,
    ) -> Value:
        by = f"{self.family.name}Optimizer"
        graph = current(m)
        unknown = variables is None
        if variables is None:
            if not m.taint and not graph.told:  # what was not followed before this is told already
                why = "which variables have a gradient is not known"
                told = told or _up_to_caller(var_list, loss)
                m.undecided("the optimizer's variables", told or why)
            variables = []
            if self.slot_names and slots_reuse(m) and self._may_judge(m):
                self._unknown_slot(m, by)
        slots = self.make_slots(m, variables, by)
        if not m.world.executing_eagerly:
            self._check_updated(m, variables)
        if m.world.executing_eagerly:
            return m.unknown("an operation", not_none=True)
        step = placed(m, Tensor(m.identity(), "Train", (loss,) if loss is not None else ()))
        trained = None if unknown else self._listed(m, variables)
        listed = None if var_list is None else self._listed(m, var_list)
        m.record(
            Minimized(m.site(), m.path(), by, listed, tuple(slots), loss, trained, step, graph.id)
        )
        return step

    def _check_updated(self, m: Machine, variables: list[Tensor]) -> None:
        """A tensor can't be updated, nor what a custom getter computed from a variable's slot."""
        for one in variables:
            if not isinstance(one, VariableTensor):
                message = "('Trying to update a Tensor …"
                raise refuse_argument(m, "apply_gradients", "NotImplementedError", message)
            made = [m.heap[self.place].get((slot, one.key)) for slot in self.slot_names]
            if all(isinstance(slot, VariableTensor) or slot is None for slot in made):
                continue
            if not all(isinstance(slot, Tensor) for slot in made):
                continue
            if one.kind != "ref":
                message = f"'{tensor_class(m)}' object has no attribute 'handle'"
                raise refuse_argument(m, "apply_gradients", "AttributeError", message)
            kind, first = self.family.name, self.family.first
            if self.centered:
                kind, first = f"Centered{kind}", "mg"
            message = (
                f"'Apply{kind}' Op requires that input '{first}' be a mutable tensor (e.g.: a "
                "tf.Variable)"
            )
            raise refuse_argument(m, "apply_gradients", "TypeError", message)

    def make_slots(self, m: Machine, variables: list[Tensor], by: str) -> list[str]:
        """Makes what is missing of each variable's slots; their names."""
        slots: list[str] = []
        self._powers(m, variables)
        for variable in variables:
            for slot in self.slot_names:
                made = self._slot(m, variable, slot, by)
                if made is not None:
                    slots.append(naming.shown(made.name or "…"))
        return slots

    def _listed(self, m: Machine, var_list: Value) -> tuple[VariableTensor, ...]:
        held = iterate(m, var_list) if not isinstance(var_list, (Tensor, list)) else None
        given = held.items if held is not None else var_list
        listed = given if isinstance(given, (tuple, list)) else (given,)
        return tuple(one for one in listed if isinstance(one, VariableTensor))

    @property
    def slot_names(self) -> tuple[str, ...]:
        """The slots of each variable, in order."""
        if self.family.name == "RMSProp" and self.centered:
            return ("rms", "mg", "momentum")
        return self.family.slots

    def _may_judge(self, m: Machine) -> bool:
        graph = current(m)
        trainable = graph.collections.get(TRAINABLE, ())
        done = m.heap[self.place]
        return bool(trainable) and m.taint == 0 and not done and (m.world.closed or bool(graph.own))

    def _unknown_slot(self, m: Machine, by: str) -> None:
        """Whichever variable it is, its slot is missing under reuse=True."""
        scope = scope_data(m)
        name = f"…/{self.name}/"
        given: dict[str, Value] = {
            "name": name,
            "shape": None,
            "trainable": False,
            "initializer": 0.0,
        }
        request_variable(m, given, scope, by, "slot")

    def _powers(self, m: Machine, variables: list[Tensor]) -> None:
        place = m.heap[self.place]
        graph = current(m)
        for power in self.family.powers:
            key = ("power", power, graph.id)
            if key in place or not variables:
                continue
            dtype = "int32" if power in self.whole else "float32"
            place = place.set(key, _power(m, power, dtype))
        m.write(self.place, place)

    def _slot(self, m: Machine, variable: Tensor, slot: str, by: str) -> VariableTensor | None:
        key = (slot, variable.key)
        if key in m.heap[self.place]:
            return None
        made = create_slot(m, variable, self.name, by, "slot")
        m.write(self.place, m.heap[self.place].set(key, made))
        return made if isinstance(made, VariableTensor) else None


def _shown(m: Machine, variable: Tensor) -> str:
    if isinstance(variable, VariableTensor):
        return variable_text(m, variable)
    return value_text(m, variable)


def _power(m: Machine, name: str, dtype: str) -> Value:
    """A variable beside the slots, as tf.Variable makes it."""

    def make(m: Machine, given: dict[str, Value]) -> Value:
        op = naming.unique_name(m, naming.encode(m, given["name"]) or name)
        made = make_variable(m, op, None, (), dtype, False, "other", (GLOBAL,))
        m.emit(VariableMade(m.site(), m.path(), made.record, state_of(scope_data(m))))
        return made

    given: dict[str, Value] = {"initial_value": 0.9, "name": name, "trainable": False}
    return through_creators(m, given, make)


def _leaves_out(m: Machine, loss: Value, variables: list[Tensor]) -> bool:
    """Whether the program left out some of the variables that the loss has a gradient for."""
    reached = reached_variables(loss) or ()
    every = current(m).collections.get(TRAINABLE, ())
    return any(one in reached and one not in variables for one in every)


_APPLY = Signature("grads_and_vars, global_step=None, name=None")


class Optimizer2(Optimizer):
    """One of ``tf.contrib.optimizer_v2``, whose methods take two arguments more."""

    __slots__ = ()
    _more = ", stop_gradients=None, scale_loss_by_num_replicas=None"
    minimizes, computes = Signature(_MINIMIZE + _more), Signature(_COMPUTE + _more)


def optimizer(family: Family, class_name: str, kind: type[Optimizer] = Optimizer) -> Model:
    """The constructor of one of the optimizers' classes."""
    signature = Signature(family.arguments) if family.arguments else None

    def make(m: Machine, a: Arguments) -> Value:
        given = a.kwargs
        if signature is not None:
            given = signature.bind(m, constructor_name(m, class_name), a)
        check_constructor(m, class_name, given, "name" in a.kwargs)
        name = naming.given_name(m, given.get("name"), family.name)
        centered = holds(m, given.get("centered"))
        whole = frozenset(
            power
            for power in family.powers
            if type(needed(m, given.get(power.removesuffix("_power")))) is int
        )
        return kind(family, name, centered, m.allocate(EMPTY), whole)

    return make


MODELS: dict[str, Model] = {
    f"tf.train.{name}": optimizer(family, name) for name, family in FAMILIES.items()
}


def _module_of(name: str) -> str:
    """The module of contrib.optimizer_v2 that defines an optimizer: ``gradient_descent.``."""
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name.removesuffix("Optimizer"))
    return "rmsprop." if name.startswith("RMSProp") else f"{words.lower()}."


MODELS.update(
    {
        f"tf.contrib.optimizer_v2.{module}{name}": optimizer(FAMILIES[name], name, Optimizer2)
        for name in FAMILIES
        for module in ("", _module_of(name))
        if name.startswith(("Adadelta", "AdagradOpt", "Adam", "GradientD", "Momentum", "RMSProp"))
    }
)


MODELS.update(
    {f"tf.contrib.opt.{name}": optimizer(f, name) for name, f in CONTRIB_FAMILIES.items()}
)
