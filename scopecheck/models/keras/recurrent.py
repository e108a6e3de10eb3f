"""Keras's recurrent layers and cells, called in a graph.

``RNN`` builds its cell in its own name scope, in TensorFlow 2 in one of the cell's name inside
of it, and runs the cell twice: once before the loop, for the output's shape, and in its body.

Source: tensorflow/python/keras/layers/recurrent.py of 1.15; tf_keras/src/layers/rnn;
``rnn`` in both backend.py.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from scopecheck.models import naming
from scopecheck.models.callbacks import takes_parameter
from scopecheck.models.keras.graph import (
    MADE,
    add_made,
    build_inherited,
    inherited_kind,
    make_planned,
    make_weight,
    planned,
    unit_name,
    variables_inside,
)
from scopecheck.models.keras.recurrent_weights import CELL_OF, CELLS, LAYERS, over_time, step_of
from scopecheck.models.keras.units import KerasTensor, KerasUnit, base_of, keep, kept, unit_of
from scopecheck.models.layers.plans import Weight
from scopecheck.models.rnn.nest import flatten, is_sequence, map_structure
from scopecheck.models.rnn.scopes import in_loop
from scopecheck.models.rnn.states import size_dims
from scopecheck.models.store.scope_names import under
from scopecheck.models.switches import holds
from scopecheck.models.tensors import UNSEEN, Dim, Dims, Shape, Tensor, operation, size_value
from scopecheck.models.told import tensors_in
from scopecheck.symbolic.access import get_attribute
from scopecheck.symbolic.calls import Arguments, call_value
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.inheritance import class_attribute, find_attribute
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.values import Extern, Instance, ListRef, Method, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine

STACKED = "StackedRNNCells"
CALLED = frozenset({*LAYERS, *CELLS, "RNN", STACKED})
"""The classes whose calls are followed here."""
HOLDING = frozenset({"RNN", STACKED})
"""Those of them that are given the cells that they run."""
FEW = 3
"""How many steps of an unrolled sequence are built: the others make nothing else."""


def count_cells(m: Machine, cls: str, a: Arguments) -> None:
    """The cells that layers make for themselves: 1.15 counts them by their class."""
    if m.world.tensorflow != "1.15":
        return
    if cls == "Bidirectional":
        inner = a.args[0] if a.args else a.kwargs.get("layer")
        copies = 1 if needed(m, a.kwargs.get("backward_layer")) is not None else 2
        if isinstance(inner, KerasUnit) and inner.cls in CELL_OF:
            for _ in range(copies):
                unit_name(m, CELL_OF[inner.cls], None)
    elif cls in CELL_OF:
        unit_name(m, CELL_OF[cls], None)


# -- calls ------------------------------------------------------------------------------


def call_recurrent(m: Machine, unit: KerasUnit, fed: tuple[Value, ...], a: Arguments) -> Value:
    """Calls a recurrent layer on a sequence, or a cell on what one step has."""
    if not fed or not isinstance(fed[0], Tensor):
        return m.unknown(f"{unit.cls}(…)", tame=True)
    x, initial = fed[0], needed(m, a.args[1] if len(a.args) > 1 else a.kwargs.get("initial_state"))
    if initial is not None:
        fed = (x, *tensors_in(m, (initial,)))
    if unit.cls in CELLS or unit.cls == STACKED:
        states = needed(m, a.kwargs.get("states", initial))
        build_cell(m, unit, x)
        return _step(m, unit, x, states, a.kwargs.get("training"), {})
    if unit.cls == "RNN":
        return _over_sequence(m, unit, fed, initial, a)
    plan = planned(m, unit, (x,))
    if plan is None:
        return m.unknown(f"{unit.cls}(…)", tame=True)
    first = kept(m, unit.id, MADE) is None
    make_planned(m, unit.id, unit.cls, plan)
    if first:
        _keep_states(m, unit, plan.states)
    states = [_computed(m, unit, fed, one) for one in plan.states]
    return _given_back(m, unit, _computed(m, unit, fed, plan.output), tuple(states))


def _computed(m: Machine, unit: KerasUnit, fed: tuple[Value, ...], dims: Dims) -> KerasTensor:
    behind = (*fed, *(variables_inside(m, unit.id) or (m.unknown("the layer's weights"),)))
    return KerasTensor(m.unknown().key, behind, dims, unit, fed)


def _option(m: Machine, unit: KerasUnit, name: str) -> Value:
    """An argument of a layer that is False where it isn't given."""
    given = kept(m, unit.id, "given")
    return needed(m, given.kwargs.get(name, False)) if given is not None else False


def _given_back(m: Machine, unit: KerasUnit, output: Value, states: tuple[Value, ...]) -> Value:
    """The output, with the last states where they are asked for."""
    asked = _option(m, unit, "return_state")
    if asked is False:
        return output
    if asked is not True:
        return m.unknown("a layer's outputs", tame=True)
    outputs = flatten(m, output)
    return m.new_list((*outputs, *states))


def _keep_states(m: Machine, unit: KerasUnit, states: tuple[Dims, ...]) -> None:
    """The variables that a stateful layer keeps its states in: no weights of it."""
    if not holds(m, _option(m, unit, "stateful")):
        return
    for dims in states:
        known = dims if isinstance(dims, tuple) else (UNSEEN,)
        make_weight(m, Weight("Variable", known, None), f"tf.keras.layers.{unit.cls}", "float32")


# -- cells ------------------------------------------------------------------------------


@contextmanager
def _named(m: Machine, cell: Value) -> Iterator[None]:
    """The name scope that TensorFlow 2 builds a cell in."""
    id = unit_of(m, cell)
    name = kept(m, id, "name") if id is not None else None
    encoded = naming.encode(m, name) if name is not None else None
    if m.world.tensorflow == "1.15" or encoded is None:
        yield
        return
    with under(m, encoded):
        yield


def build_cell(m: Machine, cell: Value, x: Tensor, whole: Value = None) -> None:
    """Makes the weights of a cell, and of the cells that it stacks, once.

    whole: what a step has, where that is more than one tensor.
    """
    id = unit_of(m, cell)
    if isinstance(cell, KerasUnit) and cell.cls in CELLS and kept(m, cell.id, MADE) is None:
        plan = planned(m, cell, (x,))
        if plan is not None:
            make_planned(m, cell.id, cell.cls, plan)
    elif isinstance(cell, KerasUnit) and cell.cls == STACKED:
        for one in kept(m, cell.id, "cells", ()):
            with _named(m, one):
                build_cell(m, one, x)
            dims = output_dims(m, one)
            shape: Dims = UNSEEN
            if dims is not None and isinstance(x.shape, tuple):
                shape = (x.shape[0], *dims)
            x = Tensor(m.unknown().key, x.op, (x,), shape, x.dtype)
    elif isinstance(cell, Instance) and id is not None and kept(m, id, "built") is not True:
        _build_own(m, cell, id, x if whole is None else whole)


def _build_own(m: Machine, cell: Instance, id: int, x: Value) -> None:
    """Builds a cell of the program; the shape is a tuple, without the time."""

    def shape(one: Value) -> Value:
        if isinstance(one, Tensor) and isinstance(one.shape, tuple):
            return tuple(size_value(m, size) for size in one.shape)
        return Shape(one.shape if isinstance(one, Tensor) else UNSEEN)

    keep(m, id, built=True)
    build = class_attribute(m, cell.cls, "build")
    if build is not None:
        m.call(Method(build, cell), (map_structure(m, shape, x),))
    else:
        kind = inherited_kind(m, cell)
        if kind is not None and isinstance(x, Tensor):
            build_inherited(m, kind, x)
    if base_of(cell.cls) in ("Layer", "AbstractRNNCell"):
        add_made(m, id)


def state_sizes(m: Machine, cell: Value) -> Value:
    """``cell.state_size``."""
    cell = _kind(m, cell, "state_size")
    if isinstance(cell, KerasUnit) and cell.cls in CELLS:
        given = kept(m, cell.id, "given")
        units = given.get(0, "units") if given is not None else m.unknown("a size", kind="int")
        return m.new_list([units] * 2) if cell.cls == "LSTMCell" else units
    if isinstance(cell, KerasUnit):
        return tuple(state_sizes(m, one) for one in kept(m, cell.id, "cells", ()))
    return needed(m, get_attribute(m, cell, "state_size"))


def output_dims(m: Machine, cell: Value) -> tuple[Dim, ...] | None:
    """The size of a cell's output without the batch, as it says it; None where it isn't known."""
    if isinstance(cell, KerasUnit) and cell.cls == STACKED:
        cells = kept(m, cell.id, "cells", ())
        return output_dims(m, cells[-1]) if cells else None
    given = (
        needed(m, find_attribute(m, cell, "output_size")) if _has(m, cell, "output_size") else None
    )
    if given is None:
        sizes = state_sizes(m, cell)
        given = flatten(m, sizes)[0] if is_sequence(sizes) else sizes
    return size_dims(m, given)


def _has(m: Machine, cell: Value, name: str) -> bool:
    """Whether the program gives a cell an attribute or a method."""
    if not isinstance(cell, Instance):
        return False
    return name in m.heap[cell.id] or class_attribute(m, cell.cls, name) is not None


def _kind(m: Machine, cell: Value, name: str) -> Value:
    """The cell of Keras's that one of the program inherits this from, else the cell itself."""
    kind = None if _has(m, cell, name) else inherited_kind(m, cell)
    return cell if kind is None else kind


def _zeros(m: Machine, cell: Value, x: Tensor) -> Value:
    """The states at the start, as ``RNN`` makes them."""
    batch = x.shape[0] if isinstance(x.shape, tuple) and x.shape else UNSEEN

    def zeros(one: Value) -> Value:
        rest = size_dims(m, one)
        return operation(m, "Zeros", (), UNSEEN if rest is None else (batch, *rest), x.dtype)

    return map_structure(m, zeros, state_sizes(m, cell))


def _step(
    m: Machine,
    cell: Value,
    x: Tensor,
    states: Value,
    training: Value,
    extra: dict[str, Value],
    whole: Value = None,
) -> Value:
    """``cell(x, states)``: the output, and the states after it; whole: all that a step has."""
    cell = _kind(m, cell, "call")
    if isinstance(cell, KerasUnit) and cell.cls in CELLS:
        plan = planned(m, cell, (x,))
        dims = plan.output if plan is not None else UNSEEN
        fed = (x, *tensors_in(m, (states,)))
        count = 2 if cell.cls == "LSTMCell" else 1
        after = [_computed(m, cell, fed, dims) for _ in range(count)]
        return after[0], m.new_list(after)
    if isinstance(cell, KerasUnit) and cell.cls == STACKED:
        return _through(m, cell, x, states, training)
    if not isinstance(cell, Instance) or not _has(m, cell, "call"):
        return m.unknown("a cell's output", tame=True), m.unknown("a cell's states", tame=True)
    call = find_attribute(m, cell, "call")
    kwargs = {"training": training} if takes_parameter(call, "training") else {}
    kwargs.update({name: one for name, one in extra.items() if takes_parameter(call, name)})
    if m.world.tensorflow != "1.15" and unit_of(m, cell) is not None:
        call = cell
    return call_value(m, call, Arguments((x if whole is None else whole, states), kwargs))


def _through(m: Machine, cell: KerasUnit, x: Tensor, states: Value, training: Value) -> Value:
    """One step of stacked cells, each on the output of the one before."""
    cells = kept(m, cell.id, "cells", ())
    held = iterate(m, states) if is_sequence(states) else None
    before = held.items if held is not None and len(held.items) == len(cells) else ()
    after: list[Value] = []
    for at, one in enumerate(cells):
        own = before[at] if before else m.unknown("states", tame=True)
        own = own if is_sequence(own) else m.new_list((own,))
        given = _step(m, one, x, own, training, {})
        output, new = given if isinstance(given, tuple) and len(given) == 2 else (given, own)
        sizes = state_sizes(m, one)
        inner = iterate(m, new) if is_sequence(new) and not is_sequence(sizes) else None
        after.append(inner.items[0] if inner is not None and inner.items else new)
        x = output if isinstance(output, Tensor) else Tensor(m.unknown().key, "Cell", (x,))
    return x, tuple(after)


# -- RNN --------------------------------------------------------------------------------


def _over_sequence(
    m: Machine, unit: KerasUnit, fed: tuple[Value, ...], initial: Value, a: Arguments
) -> Value:
    """``RNN(cell)(x)``."""
    cell, x = kept(m, unit.id, "cell"), fed[0]
    major = holds(m, _option(m, unit, "time_major"))
    step, whole = step_of(x, major), _several(m, needed(m, a.get(0, "inputs")), major)
    if kept(m, unit.id, "was built") is None:
        keep(m, unit.id, **{"was built": True})
        with _named(m, cell):
            build_cell(m, cell, step, whole)
        _keep_states(m, unit, tuple(one.shape for one in flatten(m, _zeros(m, cell, step))))
        _take_note(m, unit, cell)
    if initial is None:
        given = fed[1:] if whole is None else ()
        initial = m.new_list(list(given)) if given else _initial(m, cell, step)
    training, constants = a.kwargs.get("training"), a.kwargs.get("constants")
    extra = {} if constants is None else {"constants": constants}
    inner = initial if is_sequence(initial) else m.new_list((initial,))

    def run(states: Value) -> Value:
        given = _step(m, cell, step, states, training, extra, whole)
        known = isinstance(given, tuple) and len(given) == 2
        return given if known else (m.unknown("a cell's output", tame=True), states)

    output, after = run(inner)
    if holds(m, _option(m, unit, "unroll")):
        times = x.shape[1] if isinstance(x.shape, tuple) and len(x.shape) > 1 else UNSEEN
        for _ in range(min(times, FEW) - 1 if isinstance(times, int) else 1):
            output, after = run(after)
    elif not isinstance(cell, KerasUnit) or cell.cls == STACKED:
        in_loop(m, lambda: run(inner))
    given = kept(m, unit.id, "given")

    def sequence(one: Value) -> Value:
        if not isinstance(one, Tensor):
            return one
        made = _computed(m, unit, fed, over_time(m, given.kwargs, x, one.shape))
        return KerasTensor(made.key, (*made.inputs, one), made.shape, unit, fed)

    held = iterate(m, inner)
    last = held.items if held is not None and not held.open else ()
    return _given_back(m, unit, map_structure(m, sequence, output), tuple(last))


def _several(m: Machine, inputs: Value, major: bool) -> Value:
    """What a step has of nested inputs; None for one tensor, or a list of it and the states."""
    if not is_sequence(inputs) or isinstance(inputs, ListRef):
        return None

    def step(one: Value) -> Value:
        return step_of(one, major) if isinstance(one, Tensor) else one

    return map_structure(m, step, inputs)


def _take_note(m: Machine, unit: KerasUnit, cell: Value) -> None:
    """Whether the layer's weights are known: those of its cell, unless that is unheard of."""
    if _is_known(m, cell):
        add_made(m, unit.id)
    else:
        m.write(unit.id, replace(m.heap[unit.id], weights=True))


def _is_known(m: Machine, cell: Value) -> bool:
    if isinstance(cell, KerasUnit):
        inside = kept(m, cell.id, "cells", ())
        return cell.cls in CALLED and all(_is_known(m, one) for one in inside)
    if not isinstance(cell, Instance):
        return False
    return unit_of(m, cell) is not None or not any(isinstance(b, Extern) for b in cell.cls.mro)


def _initial(m: Machine, cell: Value, x: Tensor) -> Value:
    """The states at the start: those that the cell makes, or zeros."""
    if not _has(m, cell, "get_initial_state"):
        return _zeros(m, cell, x)
    own = find_attribute(m, cell, "get_initial_state")
    batch = operation(m, "StridedSlice", (x,), (), "int32")
    return m.call(own, (), inputs=None, batch_size=batch, dtype=m.unknown("a dtype"))
