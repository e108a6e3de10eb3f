"""What ``compile`` and training leave in a graph.

A model that knows its inputs makes its metrics when it is compiled, any other one when it first
sees data, which also builds it. The optimizer's variables come with the first step, once after
each ``compile``, under a name scope ``training``.

Source: tensorflow/python/keras/engine/training.py of 1.15 and tf_keras/src/engine/training_v1.py,
``compile``, ``_set_inputs`` and ``_make_train_function``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scopecheck.models.keras.graph import in_graph, make_weight, weight_list
from scopecheck.models.keras.metrics import make_compiled
from scopecheck.models.keras.optimizers import KerasOptimizer, by_name, train_with
from scopecheck.models.keras.units import KerasTensor, is_standalone, keep, kept, unit_of
from scopecheck.models.layers.plans import Weight
from scopecheck.models.ops.arguments import shape_of
from scopecheck.models.store.scope_names import under
from scopecheck.models.tensors import UNSEEN, Tensor, operation
from scopecheck.models.told import tensors_in
from scopecheck.models.training.optimizers import Optimizer
from scopecheck.models.world import left_out, update
from scopecheck.symbolic.calls import Arguments, call_value
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.values import Instance, ListRef, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine

_PENDING = "compiled with"
_TRAINED = "is trained"
_LISTED = "trains"
_NAMED = "functions made"


def optimizer_of(m: Machine, given: Value) -> Value:
    """The optimizer that ``compile`` is given, also by its name."""
    given = needed(m, given)
    found = by_name(m, given) if isinstance(given, str) else None
    return given if found is None else found


def compiled(m: Machine, unit: Value, optimizer: Value, a: Arguments) -> None:
    """``compile``: the metrics, where the model knows its inputs."""
    id = unit_of(m, unit)
    if id is not None and in_graph(m) and is_standalone(m):
        update(m, unfollowed=True)  # its versions have other names for what compiling makes
    if id is None or not in_graph(m) or is_standalone(m):
        return
    keep(m, id, **{_PENDING: a, _TRAINED: None, _LISTED: None, _NAMED: ()})
    if isinstance(optimizer, Optimizer):
        with under(m, "TFOptimizer"):
            weight = Weight("iterations", (), None, True)
            make_weight(m, weight, "tf.keras.optimizers.TFOptimizer", "int64")
    if _knows_inputs(m, unit, id):
        _compile(m, unit, id, a)


def trained(m: Machine, unit: Value, a: Arguments) -> None:
    """A first step after ``compile``: what the optimizer makes."""
    id = unit_of(m, unit)
    if id is None or not _sees_data(m, unit, id, a) or kept(m, id, _TRAINED) is True:
        return
    keep(m, id, **{_TRAINED: True})
    with under(m, "training"):
        _train(m, kept(m, id, "optimizer"), kept(m, id, _LISTED))
    with under(m, "training"):
        pass  # the function itself


def asked(m: Machine, unit: Value, a: Arguments, function: str) -> None:
    """``predict`` or ``evaluate``: builds a model that had not seen data."""
    id = unit_of(m, unit)
    if id is None or not in_graph(m) or is_standalone(m):
        return
    _sees_data(m, unit, id, a)
    done = kept(m, id, _NAMED, ())
    scope = "predict" if function.startswith("predict") else "evaluation"
    if scope not in done and kept(m, id, _PENDING) is not None:
        keep(m, id, **{_NAMED: (*done, scope)})
        with under(m, scope):
            pass


def _sees_data(m: Machine, unit: Value, id: int, a: Arguments) -> bool:
    """Builds what data must build; whether the model is one that is followed here."""
    pending = kept(m, id, _PENDING)
    if pending is None or not in_graph(m) or is_standalone(m):
        return False
    if kept(m, id, _LISTED) is None:
        if not _knows_inputs(m, unit, id):
            _build(m, unit, id, a)
        _compile(m, unit, id, pending)
    return True


def _knows_inputs(m: Machine, unit: Value, id: int) -> bool:
    if isinstance(kept(m, id, "outputs"), tuple):
        return True
    return not isinstance(unit, Instance) and kept(m, id, "seen") is True


def _build(m: Machine, unit: Value, id: int, a: Arguments) -> None:
    """``_set_inputs``: the model is called on placeholders like the data."""
    data = needed(m, a.args[0] if a.args else a.kwargs.get("x"))
    held = iterate(m, data) if isinstance(data, (tuple, ListRef)) else None
    several = held is not None and not held.open and not _is_numbers(m, held.items)
    given = [_placeholder(m, one) for one in (held.items if several and held else (data,))]
    called = m.new_list(given) if several else given[0]
    outputs = call_value(m, unit, Arguments((called,), {}))
    keep(m, id, inputs=tuple(given), outputs=tensors_in(m, (outputs,)) or (called,))


def _is_numbers(m: Machine, items: tuple[Value, ...]) -> bool:
    return all(shape_of(m, one) == () for one in items)


def _placeholder(m: Machine, data: Value) -> Tensor:
    if isinstance(data, Tensor):
        return data
    dims = shape_of(m, data)
    sizes: Any = (None, *dims[1:]) if isinstance(dims, tuple) and dims else UNSEEN
    return operation(m, "Placeholder", (), sizes, "float32")


def _compile(m: Machine, unit: Value, id: int, a: Arguments) -> None:
    outputs = kept(m, id, "outputs")
    count = len(outputs) if isinstance(outputs, tuple) else 1
    names = [_name(m, outputs[n]) if isinstance(outputs, tuple) else None for n in range(count)]
    make_compiled(m, a, names)
    for scope in ("metrics", "metrics", "loss"):
        with under(m, scope):
            pass
    listed = weight_list(m, unit, "trainable_weights")
    keep(m, id, **{_LISTED: listed if listed is not None else False})


def _name(m: Machine, output: Value) -> str | None:
    """What an output is called: as the layer that gives it."""
    inner = unit_of(m, output.unit) if isinstance(output, KerasTensor) else None
    name = kept(m, inner, "name") if inner is not None else None
    return name if isinstance(name, str) else None


def _train(m: Machine, optimizer: Value, listed: Any) -> None:
    variables = listed if isinstance(listed, tuple) else None
    if isinstance(optimizer, KerasOptimizer):
        train_with(m, optimizer, variables)
    elif isinstance(optimizer, Optimizer) and variables is not None:
        optimizer.make_slots(m, list(variables), f"{optimizer.family.name}Optimizer")
    else:
        left_out(m, "a Keras model's optimizer", "which variables it makes is not known")
