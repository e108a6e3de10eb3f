"""Keras layers called in a graph: the variables that they leave in it.

Such a variable is a ``tf.Variable`` under the layer's name scope, which is made unique as every
name scope is. The variable store does not hold it, and no reuse shares it: a layer shares by
being called again. It stays in the collection of trainable variables whatever the layer's flag
says, and a layer's updates are in no collection. All this is Keras 2's (TensorFlow's own up to
2.15, tf_keras after that); Keras 3 makes the same variables and names some of them otherwise.

Source: tensorflow/python/keras/engine/base_layer.py, ``Layer.__call__``, ``_init_set_name`` and
``add_weight``; tensorflow/python/keras/backend.py, ``unique_object_name``.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from scopecheck.models import naming
from scopecheck.models.callbacks import call_back
from scopecheck.models.called import unit_called
from scopecheck.models.graph_collections import GLOBAL
from scopecheck.models.keras.units import (
    HeapStore,
    KerasTensor,
    KerasUnit,
    base_of,
    beside,
    is_standalone,
    keep,
    kept,
    unit_of,
)
from scopecheck.models.keras.weights import MERGED, is_planned, merged_shape, plan_of
from scopecheck.models.layers.functions import base_name
from scopecheck.models.layers.plans import Plan, Weight
from scopecheck.models.layers.refusals import check_room
from scopecheck.models.refusal import state_of
from scopecheck.models.store.initial import dtype_name
from scopecheck.models.store.scope_names import enter_names
from scopecheck.models.store.variables import VariableTensor, make_variable, through_creators
from scopecheck.models.tensors import UNSEEN, Dims, Tensor, operation, sizes_list
from scopecheck.models.told import tensors_in
from scopecheck.models.training.minimized import updates_made
from scopecheck.models.world import current, scope_data, update, within
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.values import Function, Instance, Method, Partial, Text, Unknown, Value
from scopecheck.trace import VariableMade

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine

MADE = "weights made"
"""What a unit keeps once it is built in a graph: its variables."""
CALLED = "was called"
UPDATES = "updates made"
OF_PROGRAM = (Function, Method, Partial)
"""Functions of the program, as a layer is given them."""
MORE = "has more updates"
_APART = "not to train"
_DEPTH: Any = beside("calls", "in progress")


def in_graph(m: Machine) -> bool:
    """Whether a layer that is called now leaves its variables in a graph.

    A ``tf.function`` of a program that builds graphs lifts them into the graph around it.
    """
    return not m.world.executing_eagerly and not (m.world.tracing and m.world.eager)


# -- names ------------------------------------------------------------------------------


def unit_name(m: Machine, cls: str, given: Value) -> Value:
    """A new layer's name: the one given, or one by a counter that the graph keeps."""
    given = needed(m, given)
    if given is not None and given != "":
        return given
    base = base_name(m, cls)
    count = current(m).layer_names.get(base, 0)
    update(m, layer_names=current(m).layer_names.set(base, count + 1))
    number = count + is_own_package(m)
    return f"{base}_{number}" if number else base


@contextmanager
def named(m: Machine, id: int, name: Value = "layer", way: str = "") -> Iterator[None]:
    """The name scope of a unit's call; name: what it is called by where it has no name.

    way: what stands before its name, of a copy.
    """
    graph, stack = current(m).id, current(m).stack
    keep(m, id, **{CALLED: True})
    depth = m.heap.get(_DEPTH, 0)
    m.write(_DEPTH, depth + 1)
    name = kept(m, id, "name", name)
    encoded = naming.encode(m, name) if isinstance(name, (str, Text)) else None
    if encoded is None and isinstance(name, Unknown):
        encoded = naming.mark_unknown(m, name)
    update(m, stack=enter_names(m, way + (encoded or "layer"), "name_scope")[0])
    try:
        yield
    finally:
        update(m, m.world.graphs[graph], stack=stack)
        m.write(_DEPTH, depth)


def is_own_package(m: Machine) -> bool:
    """Whether layers are of Keras's own package beside TensorFlow 1, by its versions to 2.3.

    It counts its layers from one, and all its variables are in the collection of those to train.
    """
    return is_standalone(m) and m.world.tensorflow == "1.15"


# -- variables --------------------------------------------------------------------------


def make_weight(
    m: Machine,
    weight: Weight,
    by: str,
    dtype: str | None = None,
    collections: tuple[str, ...] = (GLOBAL,),
) -> VariableTensor | None:
    """One variable of a layer, under the name scope in force."""

    def make(m: Machine, given: dict[str, Value]) -> Value:
        short = naming.encode(m, given["name"]) or name
        return _variable(m, weight, short, by, dtype, collections)

    stack, _, name = weight.name.rpartition("/")
    outer = current(m).stack
    if stack:
        update(m, stack=f"{outer}/{stack}" if outer else stack)
    made = through_creators(
        m,
        {"name": name, "trainable": weight.trainable},
        make,
    )
    update(m, stack=outer)
    return made if isinstance(made, VariableTensor) else None


def _variable(
    m: Machine,
    weight: Weight,
    name: str,
    by: str,
    dtype: str | None,
    collections: tuple[str, ...],
) -> VariableTensor:
    if dtype is None and weight.dtype is not None:
        dtype = dtype_name(m, weight.dtype)
    trainable = weight.trainable or is_own_package(m)
    full = naming.variable_name(m, name)
    made = make_variable(
        m, full, None, weight.dims, dtype, trainable, by, collections, use_resource=True
    )
    update(m, plain=current(m).plain.set(full, made))
    m.emit(VariableMade(m.site(), m.path(), made.record, state_of(scope_data(m))))
    return made


def keep_apart(m: Machine, id: int, variable: VariableTensor) -> None:
    """Notes that a variable of a unit is none that the unit trains."""
    keep(m, id, **{_APART: (*kept(m, id, _APART, ()), variable)})


def _is_apart(m: Machine, id: int, variable: VariableTensor) -> bool:
    return not variable.trainable or variable in kept(m, id, _APART, ())


def add_made(m: Machine, id: int, *variables: VariableTensor) -> None:
    """Notes that these are variables of a unit."""
    keep(m, id, **{MADE: (*kept(m, id, MADE, ()), *variables)})


def inherited_kind(m: Machine, value: Value) -> KerasUnit | None:
    """An object of the program as the layer of Keras's whose class it inherits, if planned."""
    base = base_of(value.cls) if isinstance(value, Instance) else None
    id = unit_of(m, value) if base is not None and is_planned(base) else None
    return KerasUnit(id, base) if id is not None and base is not None else None


def build_inherited(m: Machine, unit: KerasUnit, x: Tensor) -> None:
    """``super().build(shape)``: the weights of the class that is inherited."""
    plan, before = planned(m, unit, (x,)), kept(m, unit.id, MADE, ())
    if plan is not None:
        by = f"tf.keras.layers.{unit.cls}"
        check_room(m, by, plan.unbuilt)
        keep(m, unit.id, **{MADE: None})
        _make(m, unit.id, by, plan)
        keep(m, unit.id, **{MADE: (*before, *kept(m, unit.id, MADE, ()))})


def build_and_plan(m: Machine, unit: KerasUnit, fed: tuple[Value, ...]) -> Dims:
    """Builds a layer at its first call; the shape of what this call gives."""
    if unit.cls in MERGED:
        given = kept(m, unit.id, "given")
        return merged_shape(m, unit.cls, given.kwargs if given is not None else {}, fed)
    plan = planned(m, unit, fed)
    if plan is None:
        return UNSEEN
    make_planned(m, unit.id, unit.cls, plan)
    return plan.output


def make_planned(m: Machine, id: int, cls: str, plan: Plan) -> None:
    """A layer's weights at its first call; then what its operation refuses at any call."""
    by = f"tf.keras.layers.{cls}"
    if kept(m, id, MADE) is None:
        check_room(m, by, plan.unbuilt)
        _make(m, id, by, plan)
    check_room(m, by, plan.fault)


def _make(m: Machine, id: int, by: str, plan: Plan) -> None:
    made = []
    for weight in plan.weights:
        one = make_weight(m, weight, by)
        if one is not None:
            made.append(one)
            if not weight.trainable:
                keep_apart(m, id, one)
            _initialize(m, id, by, weight, one)
    keep(m, id, **{MADE: tuple(made)})


def _initialize(m: Machine, id: int, by: str, weight: Weight, made: VariableTensor) -> None:
    """The initializer of a weight, where it is the program's own; a regularizer waits.

    Source: tensorflow/python/keras/engine/base_layer.py, ``_handle_weight_regularization``;
    base_layer_utils.py, ``make_variable``.
    """
    given = kept(m, id, "given")
    kind = weight.name.rpartition("/")[2].removesuffix("_kernel")
    initializer = given.kwargs.get(f"{kind}_initializer") if given is not None else None
    if isinstance(initializer, OF_PROGRAM):
        with within(m, f"{made.name}/Initializer"):
            call_back(m, by, initializer, (sizes_list(m, weight.dims),), dtype=weight.dtype)


def planned(m: Machine, unit: KerasUnit, fed: tuple[Value, ...]) -> Plan | None:
    given = kept(m, unit.id, "given")
    if len(fed) != 1 or not isinstance(fed[0], Tensor) or given is None:
        return None
    return plan_of(m, unit.cls, given, fed[0])


def normalized(m: Machine, unit: KerasUnit, given: KerasTensor, training: Value) -> KerasTensor:
    """Batch normalisation in a graph: it reads its statistics, or makes what moves them.

    The layer alone lists these updates. Where nothing is said of training, Keras's learning
    phase decides when it runs.
    """
    training = needed(m, training)
    made = kept(m, unit.id, MADE, ())
    statistics = [one for one in made if _is_apart(m, unit.id, one)]
    inputs: tuple[Value, ...] = (*given.fed, *made)
    x = given.fed[0] if len(given.fed) == 1 else None
    if training not in (False, 0) and isinstance(x, Tensor):
        updates = tuple(operation(m, "AssignMovingAvg", (one, x)) for one in statistics[:2])
        keep(m, unit.id, **{UPDATES: (*kept(m, unit.id, UPDATES, ()), *updates)})
        updates_made(
            m, f"tf.keras.layers.{unit.cls}", updates, list(statistics), x, "", training is None
        )
    if training is True or training == 1:
        inputs = tuple(one for one in inputs if one not in statistics)
    told = KerasTensor(given.key, inputs, given.shape, unit, given.fed)
    told.op = "FusedBatchNormV3"
    return told


def updates_inside(m: Machine, id: int) -> tuple[Value, ...]:
    """The updates of everything inside a unit, as its calls made them."""
    return tuple(op for one in units_inside(m, id) for op in kept(m, one, UPDATES, ()))


def knows_updates(m: Machine, id: int) -> bool:
    """Whether these are all of them."""
    every = units_inside(m, id)
    return is_followed(m, id) and not any(kept(m, one, MORE) is True for one in every)


def tell_call(
    m: Machine, unit: Value, fed: tuple[Value, ...], given: Value, before: object
) -> None:
    """Records that a unit whose variables are known was called, not by another unit."""
    id = unit_of(m, unit)
    if id is None or m.heap.get(_DEPTH, 0):
        return
    variables, made = variables_inside(m, id), kept(m, id, "made")
    if variables and made:
        name = kept(m, id, "name")
        shown = name if isinstance(name, str) else "layer"
        unit_called(m, shown, made[-1], (fed, tensors_in(m, (given,))), variables, before)


# -- what is inside ---------------------------------------------------------------------


def units_inside(m: Machine, id: int) -> list[int]:
    """A unit and everything inside it, each once, in the order of the layers."""
    store = HeapStore(m)
    found: dict[int, None] = {}
    pending = [id]
    while pending:
        one = pending.pop()
        if one not in found:
            found[one] = None
            pending.extend(reversed(store.unit(one).parts))
    return list(found)


def weight_named(m: Machine, id: int, name: str) -> VariableTensor | None:
    """``layer.kernel`` and its like: the weight that a unit made under that name."""
    if not in_graph(m):
        return None
    made = [one for one in kept(m, id, MADE) or () if one.name.rpartition("/")[2] == name]
    return made[0] if len(made) == 1 else None


def own_variables(m: Machine, id: int) -> tuple[VariableTensor, ...]:
    """A unit's own variables, with those that an object of the program has as attributes."""
    made: tuple[VariableTensor, ...] = kept(m, id, MADE, ())
    source = m.heap.get(beside("object", id))
    if isinstance(source, Instance):
        held = [one for one in m.heap[source.id].values() if isinstance(one, VariableTensor)]
        made = tuple(dict.fromkeys((*made, *sorted(held, key=lambda one: one.record.name))))
    return made


def is_followed(m: Machine, id: int) -> bool:
    """Whether the variables of everything inside a unit are known."""
    return all(
        kept(m, one, MADE) is not None or not m.heap[one].weights for one in units_inside(m, id)
    )


def _is_listed(m: Machine, id: int) -> bool:
    """Whether all weights of a unit are known: what was not called yet has none."""
    if kept(m, id, "layers") is not None and kept(m, id, CALLED) is None:
        return kept(m, id, "outputs") is not None and is_followed(m, id)
    return is_followed(m, id) or not _was_called(m, id)


def built(m: Machine, id: int) -> None:
    """Everything inside a unit has its weights from here on, followed or not."""
    for one in units_inside(m, id):
        keep(m, one, **{CALLED: True})


def _was_called(m: Machine, id: int) -> bool:
    return any(kept(m, one, CALLED) is not None for one in units_inside(m, id))


def variables_inside(m: Machine, id: int) -> tuple[VariableTensor, ...] | None:
    """The variables of everything inside a unit; None where some are not known."""
    if not is_followed(m, id):
        return None
    found = [v for one in units_inside(m, id) for v in own_variables(m, one)]
    return tuple(dict.fromkeys(found))


def weight_list(m: Machine, value: Value, name: str) -> tuple[VariableTensor, ...] | None:
    """``layer.trainable_variables`` and its like; None where it is not known."""
    id = unit_of(m, value)
    if id is None or not name.endswith(("weights", "variables")) or name.startswith("_"):
        return None
    if not _is_listed(m, id):
        return None
    trained: list[VariableTensor] = []
    others: list[VariableTensor] = []
    for one in units_inside(m, id):
        on = m.heap[one].two.value
        for variable in own_variables(m, one):
            apart = not on or _is_apart(m, one, variable)
            (others if apart else trained).append(variable)
    if name.startswith("trainable"):
        return tuple(dict.fromkeys(trained))
    if name.startswith("non_trainable"):
        return tuple(dict.fromkeys(others))
    return tuple(dict.fromkeys((*trained, *others)))
