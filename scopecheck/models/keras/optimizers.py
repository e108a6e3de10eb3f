"""Keras's optimizers: which one a model has, and what it leaves in a graph.

The counter, the numbers that it is given and a slot of each kind for every weight: plain
variables under a name scope of the optimizer's name, in the collection of global variables.

Source: tensorflow/python/keras/optimizer_v2 of 1.15; tf_keras/src/optimizers/legacy, which
tf_keras takes in a graph.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from scopecheck.models import naming
from scopecheck.models.classes import is_instance
from scopecheck.models.keras.graph import in_graph, make_weight
from scopecheck.models.keras.loops import step_on
from scopecheck.models.keras.units import is_standalone
from scopecheck.models.layers.plans import Weight
from scopecheck.models.messages import type_text
from scopecheck.models.opaque import Opaque
from scopecheck.models.ops.arguments import items_of
from scopecheck.models.refusal import refuse_argument
from scopecheck.models.registry import Model, Signature
from scopecheck.models.store.initial import is_callable
from scopecheck.models.store.scope_names import under
from scopecheck.models.store.variables import VariableTensor
from scopecheck.models.tensors import UNSEEN, Tensor
from scopecheck.models.training.gradients import reached_variables
from scopecheck.models.world import EMPTY, current, left_out, update
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.values import Builtin, Function, Instance, Method, Partial, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine


@dataclass(frozen=True, slots=True)
class Kind:
    """An optimizer class. numbers: its arguments that become variables; a rate's decay is one.

    slots: of each weight. asked: those that an argument asks for. beside: a variable of its own
    right before the slots. each: whether all slots of a weight are made before the next one's.
    """

    arguments: str
    numbers: tuple[str, ...]
    slots: tuple[str, ...] = ()
    asked: tuple[tuple[str, str], ...] = ()
    beside: str = ""
    each: bool = False


_ADAM = "learning_rate=0.001, beta_1=0.9, beta_2=0.999, epsilon=1e-07, "
_BETAS = ("beta_1", "beta_2", "decay", "learning_rate")
_LAWS = ("l1_regularization_strength", "l2_regularization_strength")
KINDS: dict[str, Kind] = {
    "SGD": Kind(
        "learning_rate=0.01, momentum=0.0, nesterov=False, name=SGD",
        ("decay", "learning_rate", "momentum"),
        asked=(("momentum", "momentum"),),
    ),
    "RMSprop": Kind(
        "learning_rate=0.001, rho=0.9, momentum=0.0, epsilon=1e-07, centered=False, name=RMSprop",
        ("decay", "learning_rate", "momentum", "rho"),
        ("rms",),
        (("momentum", "momentum"), ("centered", "mg")),
    ),
    "Adam": Kind(f"{_ADAM}amsgrad=False, name=Adam", _BETAS, ("m", "v"), (("amsgrad", "vhat"),)),
    "Adamax": Kind(f"{_ADAM}name=Adamax", _BETAS, ("m", "v")),
    "Nadam": Kind(f"{_ADAM}name=Nadam", _BETAS, ("m", "v"), beside="momentum_cache"),
    "Adagrad": Kind(
        "learning_rate=0.001, initial_accumulator_value=0.1, epsilon=1e-07, name=Adagrad",
        ("decay", "learning_rate"),
        ("accumulator",),
    ),
    "Adadelta": Kind(
        "learning_rate=0.001, rho=0.95, epsilon=1e-07, name=Adadelta",
        ("decay", "learning_rate", "rho"),
        ("accum_grad", "accum_var"),
    ),
    "Ftrl": Kind(
        "learning_rate=0.001, learning_rate_power=-0.5, initial_accumulator_value=0.1, "
        f"{_LAWS[0]}=0.0, {_LAWS[1]}=0.0, name=Ftrl",
        ("decay", *_LAWS, "learning_rate", "learning_rate_power"),
        ("accumulator", "linear"),
        each=True,
    ),
}
_BY_NAME = {name.lower(): name for name in KINDS}
_FUNCTIONS = (Tensor, Opaque, Function, Method, Partial, Builtin, Instance)
"""Instead of a number: what is asked anew for each step, and becomes no variable."""


class KerasOptimizer(Opaque):
    """An optimizer object: which one it is tells whether two models share it.

    On the heap, at its place: the variables that it made.
    """

    __slots__ = ("given", "kind", "place")

    def __init__(self, what: str, place: int, given: Arguments | None = None) -> None:
        super().__init__(what)
        self.place = place
        self.given = given
        *module, cls = what.split(".")
        self.kind = KINDS.get(cls) if module[-1:] in (["optimizers"], ["legacy"]) else None

    def __eq__(self, other: object) -> bool:
        return isinstance(other, KerasOptimizer) and other.place == self.place

    def __hash__(self) -> int:
        return hash(("keras optimizer", self.place))

    def is_instance(self, m: Machine, kind: Value) -> Value:
        """Whether it is of its class, or of Keras's optimizers; it is none of ``tf.train``."""
        return is_instance(m, frozenset({self.what, "tf.keras.optimizers.Optimizer"}), kind)

    def get_attribute(self, m: Machine, name: str) -> Value:
        """``minimize`` trains the weights that it is given; a number that is read is made."""
        if name == "minimize":
            return Builtin(name, lambda m, a: _minimize(m, self, a))
        if self.kind is not None and in_graph(m) and not is_standalone(m):
            if name == "get_updates":
                return Builtin(name, lambda m, a: _get_updates(m, self, a))
            if name == "apply_gradients":
                return Builtin(name, lambda m, a: _apply(m, self, a))
            if name == "iterations":
                return _counter(m, self)
            number = "learning_rate" if name == "lr" else name
            if number in _numbers(m, self.kind):
                _make_numbers(m, self)
                made = m.heap[self.place].get(number)
                return made if made is not None else m.unknown(name, tame=True)
        return super().get_attribute(m, name)


def _minimize(m: Machine, optimizer: KerasOptimizer, a: Arguments) -> Value:
    """``minimize(loss, var_list)``: the loss is a function, called under a tape."""
    loss, given = needed(m, a.get(0, "loss")), a.get(1, "var_list")
    step_on(m, given, "minimize")
    if in_graph(m) and not is_standalone(m):
        train_with(m, optimizer, _minimized(m, loss, needed(m, given)))
    return m.unknown("the result of minimize", not_none=True, tame=True)


def _minimized(m: Machine, loss: Value, given: Value) -> list[Value] | None:
    """The variables that the loss has a gradient for; None where they are not known."""
    called = is_callable(m, loss)
    if called is False and isinstance(loss, Tensor) and m.world.tensorflow == "1.15":
        raise m.fail("TypeError", f"'{type_text(m, loss) or '…'}' object is not callable")
    value = m.call(loss) if called else loss
    listed = needed(m, m.call(given)) if is_callable(m, given) else given
    held = (listed,) if isinstance(listed, Tensor) else items_of(m, listed)
    reached = reached_variables(value)
    if held is None or reached is None:
        return None
    if any(isinstance(one, VariableTensor) and one.kind == "ref" for one in held):
        message = "<built-in function TFE_Py_TapeWatch> returned a result with an error set"
        raise m.fail("SystemError", message)
    return _with_gradients(m, [(one in reached, one) for one in held])


def new_optimizer(m: Machine, name: str, a: Arguments | None = None) -> KerasOptimizer:
    """An optimizer of a class; name: the class's canonical name."""
    return KerasOptimizer(name, m.allocate(EMPTY), a)


def by_name(m: Machine, name: str) -> KerasOptimizer | None:
    """The optimizer that a text stands for, whatever its case."""
    cls = _BY_NAME.get(name.lower())
    return new_optimizer(m, f"tf.keras.optimizers.{cls}") if cls is not None else None


# -- what it makes ----------------------------------------------------------------------


def train_with(m: Machine, optimizer: KerasOptimizer, variables: Sequence[Value] | None) -> None:
    """What a first step makes; variables: None where they are not known."""
    kind = optimizer.kind
    given = optimizer.given
    known = kind is not None and not (given is not None and given.open)
    if kind is None or not known:
        left_out(m, "a Keras optimizer", "which variables it makes is not known")
        return
    if variables is None:
        update(m, unfollowed=True)
    with under(m, _name(m, optimizer)):
        _counter(m, optimizer)
        _make_numbers(m, optimizer)
        listed = [one for one in variables or () if isinstance(one, VariableTensor)]
        if listed and kind.beside:
            _make(m, optimizer, kind.beside, kind.beside, (), listed[0].dtype)
        slots = (*kind.slots, *(slot for name, slot in kind.asked if _is_asked(m, optimizer, name)))
        _check_resources(m, listed, bool(slots))
        rows = [(one, slot) for one in listed for slot in slots]
        if not kind.each:
            rows = [(one, slot) for slot in slots for one in listed]
        for one, slot in rows:
            dims: Any = one.shape if isinstance(one.shape, tuple) else UNSEEN
            _make(m, optimizer, (slot, one.key), f"{one.name}/{slot}", dims, one.dtype)


def _value(m: Machine, optimizer: KerasOptimizer, name: str) -> Value:
    """An argument as it was given, or its default."""
    assert optimizer.kind is not None
    signature = Signature(optimizer.kind.arguments)
    given = optimizer.given
    bound = dict(zip(signature.names, given.args, strict=False)) if given is not None else {}
    named = given.kwargs if given is not None else {}
    if name == "learning_rate" and "lr" in named:
        return needed(m, named["lr"])
    return needed(m, {**signature.defaults, **bound, **named}.get(name))


def _check_resources(m: Machine, variables: list[VariableTensor], slots: bool) -> None:
    """It trains resource variables alone. slots: whether it makes some for each of them.

    Source: tensorflow/python/keras/optimizer_v2/optimizer_v2.py, ``add_slot``.
    """
    first = next((one for one in variables if one.kind == "ref"), None)
    if first is None:
        return
    kind, message = "AttributeError", "'RefVariable' object has no attribute 'handle'"
    if slots:
        dtype = first.dtype or "…"
        asked = f"Tensor conversion requested dtype {dtype}_ref for Tensor with dtype {dtype}: …"
        before = "" if m.world.tensorflow == "1.15" else "initial_value: "
        kind, message = "ValueError", before + asked
    raise refuse_argument(m, "apply_gradients", kind, message)


def _name(m: Machine, optimizer: KerasOptimizer) -> str:
    return naming.encode(m, _value(m, optimizer, "name")) or "optimizer"


def _is_asked(m: Machine, optimizer: KerasOptimizer, name: str) -> bool:
    value = _value(m, optimizer, name)
    return isinstance(value, _FUNCTIONS) or m.truth(value)


def _numbers(m: Machine, kind: Kind) -> tuple[str, ...]:
    later = kind is KINDS["Ftrl"] and m.world.tensorflow != "1.15"
    return ("beta", *kind.numbers) if later else kind.numbers


def _make_numbers(m: Machine, optimizer: KerasOptimizer) -> None:
    assert optimizer.kind is not None
    for name in _numbers(m, optimizer.kind):
        if not isinstance(_value(m, optimizer, name), _FUNCTIONS):
            _make(m, optimizer, name, name, (), "float32")


def _counter(m: Machine, optimizer: KerasOptimizer) -> Value:
    return _make(m, optimizer, "iter", "iter", (), "int64")


def _make(
    m: Machine, optimizer: KerasOptimizer, key: Any, name: str, dims: Any, dtype: str | None
) -> Value:
    """A variable, once in each graph."""
    place, here = m.heap[optimizer.place], (key, current(m).id)
    if here in place:
        return place[here]
    weight = Weight(name, dims, None, False)
    made = make_weight(m, weight, optimizer.what, dtype)
    m.write(optimizer.place, m.heap[optimizer.place].set(here, made).set(key, made))
    return made


def _get_updates(m: Machine, optimizer: KerasOptimizer, a: Arguments) -> Value:
    """``get_updates(loss, params)``."""
    held = iterate(m, needed(m, a.get(1, "params")))
    train_with(m, optimizer, None if held is None or held.open else held.items)
    return m.new_list((m.unknown("an update", not_none=True, tame=True),))


def _apply(m: Machine, optimizer: KerasOptimizer, a: Arguments) -> Value:
    """``apply_gradients(grads_and_vars)``."""
    train_with(m, optimizer, _updated(m, needed(m, a.get(0, "grads_and_vars"))))
    return m.unknown("the result of apply_gradients", not_none=True, tame=True)


def _updated(m: Machine, pairs: Value) -> list[Value] | None:
    """The variables that have a gradient; None where they are not known."""
    held = iterate(m, pairs)
    if held is None or held.open:
        return None
    listed = []
    for pair in held.items:
        both = iterate(m, pair)
        if both is None or len(both.items) != 2:
            return None
        listed.append((both.items[0] is not None, both.items[1]))
    return _with_gradients(m, listed)


def _with_gradients(m: Machine, pairs: Sequence[tuple[bool, Value]]) -> list[Value]:
    """The variables that have one; not one is an error."""
    listed = [one for has, one in pairs if has]
    if pairs and not listed:
        names = [f"{one.name}:0" for _, one in pairs if isinstance(one, VariableTensor)]
        shown = f"{names}." if m.world.tensorflow == "1.15" else f"({names},). Provided …"
        message = f"No gradients provided for any variable: {shown}"
        raise refuse_argument(m, "apply_gradients", "ValueError", message)
    return listed


def _get(m: Machine, a: Arguments) -> Value:
    """``optimizers.get``: by its name, or what it is given."""
    given = needed(m, a.get(0, "identifier"))
    found = by_name(m, given) if isinstance(given, str) else None
    if found is None and isinstance(given, str):
        return Opaque("optimizer")
    return given if found is None else found


MODELS: dict[str, Model] = {"tf.keras.optimizers.get": _get}
