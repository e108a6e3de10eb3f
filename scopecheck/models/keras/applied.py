"""Functions that Keras layers apply when they are called in a graph: activations, ``Lambda``.

Source: tensorflow/python/keras/layers/core.py, ``Dense.call``, ``Activation`` and ``Lambda``;
tf_keras/src/layers/core/lambda_layer.py, ``_check_variables``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models.callbacks import activate
from scopecheck.models.keras.graph import OF_PROGRAM, add_made, in_graph
from scopecheck.models.keras.units import KerasTensor, KerasUnit, keep, kept
from scopecheck.models.keras.weights import is_planned
from scopecheck.models.refusal import refuse_argument
from scopecheck.models.store.variables import VariableTensor
from scopecheck.models.tensors import Tensor
from scopecheck.models.told import tensors_in
from scopecheck.models.world import EMPTY, current, update
from scopecheck.symbolic.calls import Arguments, call_value
from scopecheck.symbolic.values import Builtin, DictRef, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine

_PLACES = {"Lambda": (0, "function"), "Activation": (0, "activation"), "Dense": (1, "activation")}
_OF_WEIGHTS = ("_initializer", "_regularizer", "_constraint")
"""What belongs to one weight. Losses and the steps that train call the latter two."""
_CREATED = "made by name"


def function_of(m: Machine, unit: KerasUnit) -> Value:
    """The function of the program, or the layer, that a layer applies to its result; or None."""
    given = kept(m, unit.id, "given")
    if given is None:
        return None
    place = _PLACES.get(unit.cls)
    function = given.kwargs.get("activation") if place is None else given.get(*place)
    return function if isinstance(function, (*OF_PROGRAM, KerasUnit)) else None


def not_followed(m: Machine, made: Value, args: Arguments) -> Arguments:
    """What a new layer was given but for the functions that are followed where they are called."""
    if not in_graph(m) or not isinstance(made, KerasUnit):
        return args
    function = function_of(m, made)
    weights = is_planned(made.cls)
    others = {
        name: value
        for name, value in args.kwargs.items()
        if value is not function and not (weights and name.endswith(_OF_WEIGHTS))
    }
    return Arguments(tuple(one for one in args.args if one is not function), others)


def applied(m: Machine, unit: KerasUnit, given: Value, a: Arguments) -> Value:
    """What a layer's function makes of its result, of the input for a ``Lambda``."""
    function = function_of(m, unit)
    if function is None:
        return given
    if unit.cls == "Lambda":
        made = _lambda(m, unit, function, a)
    else:
        made = activate(m, f"tf.keras.layers.{unit.cls}", function, given)
    if not isinstance(made, Tensor) or not isinstance(given, KerasTensor):
        return given if unit.cls != "Lambda" else made
    return KerasTensor(given.key, tensors_in(m, (made,)), made.shape, unit, given.fed)


def _lambda(m: Machine, unit: KerasUnit, function: Value, a: Arguments) -> Value:
    """Calls the function; 1.15 keeps the variables that it makes, 2 refuses them."""
    given = kept(m, unit.id, "given")
    more = given.get(3, "arguments") if given is not None else None
    table = m.contents(more).items if isinstance(more, DictRef) else {}
    kwargs = {name: value for name, value in table.items() if isinstance(name, str)}
    inputs = a.args[0] if a.args else a.kwargs.get("inputs")
    creator = Builtin("_variable_creator", lambda m, a: _created(m, unit, a))
    creators = current(m).creators
    update(m, creators=(*creators, creator))
    try:
        made = call_value(m, function, Arguments((inputs,), kwargs))
    finally:
        update(m, creators=creators)
    if m.world.tensorflow != "1.15" and kept(m, unit.id, _CREATED) is not None:
        name = kept(m, unit.id, "name")
        shown = name if isinstance(name, str) else "…"
        message = f"The following Variables were created within a Lambda layer ({shown})"
        raise refuse_argument(m, "tf.keras.layers.Lambda", "ValueError", message)
    return made


def _created(m: Machine, unit: KerasUnit, a: Arguments) -> Value:
    """A variable of the function: the one of that name that the layer has, or a new one."""
    name = a.kwargs.get("name")
    held = kept(m, unit.id, _CREATED, EMPTY)
    if m.world.tensorflow == "1.15" and isinstance(name, str) and name in held:
        return held[name]
    made = m.call(a.args[0], (), **a.kwargs)
    if isinstance(made, VariableTensor):
        keep(m, unit.id, **{_CREATED: held.set(name if isinstance(name, str) else made, made)})
        add_made(m, unit.id, made)
    return made
