"""Classes of the program that inherit ``tf.train.Optimizer``, or one of its own classes.

Source: tensorflow/python/training/optimizer.py, ``Optimizer.__init__``, ``apply_gradients``,
``_zeros_slot``, ``_create_non_slot_variable``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models import naming
from scopecheck.models.names import canonical
from scopecheck.models.store.variables import VariableTensor
from scopecheck.models.tensors import Tensor
from scopecheck.models.training.families import FAMILIES, Family
from scopecheck.models.training.optimizers import MINIMIZE, Optimizer
from scopecheck.models.training.slots import create_slot
from scopecheck.models.world import EMPTY
from scopecheck.symbolic.calls import call_value
from scopecheck.symbolic.inheritance import class_attribute, find_attribute
from scopecheck.symbolic.values import Extern, Instance, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine

WORKER = "<optimizer>"
"""The attribute that keeps the optimizer which an object's inherited methods are those of."""
SLOTS = "<slots>"
"""The attribute that keeps what the optimizer made, as the base class's ``_slots``."""
_SLOT_MAKERS = {
    "_zeros_slot": ("var", "slot_name", "op_name"),
    "_get_or_make_slot": ("var", "val", "slot_name", "op_name"),
}


class ProgramOptimizer(Optimizer):
    """What the base class does for an object of the program."""

    __slots__ = ("receiver",)

    def __init__(self, receiver: Instance, name: str, place: int) -> None:
        super().__init__(Family(receiver.cls.name, arguments=""), name, False, place)
        self.receiver = receiver

    def make_slots(self, m: Machine, variables: list[Tensor], by: str) -> list[str]:
        """``_create_slots``: the program's own, which asks the base class for each slot."""
        held = set(m.heap[self.place])
        if class_attribute(m, self.receiver.cls, "_create_slots") is not None:
            create = find_attribute(m, self.receiver, "_create_slots")
            m.call(create, (m.new_list(variables),))
        made = [slot for key, slot in m.heap[self.place].items() if key not in held]
        return sorted(naming.shown(one.name or "…") for one in made)


def is_optimizer(receiver: Instance) -> bool:
    """Whether an object's class inherits one of TensorFlow's optimizers, or their base."""
    return _base(receiver) is not None


def _base(receiver: Instance) -> str | None:
    """The name of the optimizer that an object's class inherits."""
    for base in receiver.cls.mro:
        name = canonical(base.name) if isinstance(base, Extern) else ""
        if name == "tf.train.Optimizer" or name.removeprefix("tf.train.") in FAMILIES:
            return name
    return None


def inherited(m: Machine, receiver: Instance, name: str, a: Arguments) -> Value:
    """A method that the object inherits."""
    base = _base(receiver)
    if base is not None and base != "tf.train.Optimizer":
        return _of_optimizer(m, receiver, base, name, a)
    if name == "__init__":
        return _init(m, receiver, a)
    held = m.heap[receiver.id]
    given, place = held.get("_name"), held.get(SLOTS)
    if not isinstance(place, int):
        m.undecided(f"{receiver.cls.name}.{name}", "the method is inherited from outside", 1)
        return m.unknown(f"{name}(…)", told=True)
    shown = naming.encode(m, given) if given is not None else None
    own = ProgramOptimizer(receiver, shown or receiver.cls.name, place)
    methods = {
        "minimize": own.minimize,
        "compute_gradients": own.compute,
        "apply_gradients": own.apply,
    }
    if name in methods:
        return methods[name](m, a)
    if name in _SLOT_MAKERS:
        return _make_slot(m, own, dict(zip(_SLOT_MAKERS[name], a.args, strict=False)) | a.kwargs)
    if name == "get_slot":
        return m.heap[place].get(tuple(a.args[:2][::-1]), m.unknown(name, tame=True))
    if name == "get_name":
        return given
    return m.unknown(f"{name}(…)", tame=True)


def _of_optimizer(m: Machine, receiver: Instance, base: str, name: str, a: Arguments) -> Value:
    """A method inherited from one of TensorFlow's own optimizers, which does the work."""
    if name == "__init__":
        made = m.library.call(m, base, a)
        m.write(receiver.id, m.heap[receiver.id].set(WORKER, made))
        return None
    worker = m.heap[receiver.id].get(WORKER)
    own_slots = class_attribute(m, receiver.cls, "_create_slots") is not None
    if not isinstance(worker, Optimizer) or own_slots:
        m.undecided(f"{receiver.cls.name}.{name}", "the method is inherited from outside", 1)
        return m.unknown(f"{name}(…)", told=True)
    steps = [
        find_attribute(m, receiver, one) if class_attribute(m, receiver.cls, one) else None
        for one in ("compute_gradients", "apply_gradients")
    ]
    if name == "minimize" and any(one is not None for one in steps):
        return _in_two_steps(m, worker, steps, a)
    found = worker.get_attribute(m, name)
    return (
        m.unknown(f"{name}(…)", tame=True) if found is NotImplemented else call_value(m, found, a)
    )


def _in_two_steps(m: Machine, worker: Optimizer, steps: list[Value], a: Arguments) -> Value:
    """``minimize`` where the program has steps of its own: compute, then apply."""
    given = MINIMIZE.bind(m, "minimize", a)
    compute, apply = (
        own if own is not None else worker.get_attribute(m, name)
        for own, name in zip(steps, ("compute_gradients", "apply_gradients"), strict=True)
    )
    pairs = m.call(compute, (given["loss"],), var_list=given["var_list"])
    return m.call(apply, (pairs,), global_step=given["global_step"], name=given["name"])


def _init(m: Machine, receiver: Instance, a: Arguments) -> Value:
    given = dict(zip(("use_locking", "name"), a.args, strict=False)) | a.kwargs
    values = {"_name": given.get("name", receiver.cls.name), SLOTS: m.allocate(EMPTY)}
    m.write(receiver.id, m.heap[receiver.id].update(values))
    return None


def _make_slot(m: Machine, own: ProgramOptimizer, given: dict[str, Value]) -> Value:
    """A slot of a variable, made once."""
    variable, slot = given.get("var"), given.get("slot_name")
    name = naming.encode(m, given.get("op_name"))
    if not isinstance(variable, VariableTensor) or name is None:
        return m.unknown("a slot", tame=True)
    place = m.heap[own.place]
    if (slot, variable) not in place:
        by = f"{own.receiver.cls.name}._zeros_slot"
        made = create_slot(m, variable, name, by, "slot")
        m.write(own.place, m.heap[own.place].set((slot, variable), made))
    return m.heap[own.place][slot, variable]
