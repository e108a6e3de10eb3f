"""Classes of the program that inherit ``RNNCell`` or one of TensorFlow's cells.

Source: tensorflow/python/ops/rnn_cell_impl.py, ``RNNCell``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models.before_one import epoch
from scopecheck.models.callbacks import call_back, converted, takes_parameter
from scopecheck.models.layers.custom_layers import LISTS, LayerObject, get, put, shapes_of
from scopecheck.models.names import canonical
from scopecheck.models.refusal import refuse_argument
from scopecheck.models.registry import Model, Signature
from scopecheck.models.rnn import before_one as rnn_before_one
from scopecheck.models.rnn import called_cells as rnn_called_cells
from scopecheck.models.rnn import contrib_cells as rnn_contrib_cells
from scopecheck.models.rnn import contrib_wrappers as rnn_contrib_wrappers
from scopecheck.models.rnn import kinds as rnn_kinds
from scopecheck.models.rnn import wrappers as rnn_wrappers
from scopecheck.models.rnn.cells import (
    METHODS,
    CellKind,
    call_cell,
    cell_attribute,
    constructor,
    initialize,
    run_method,
)
from scopecheck.models.world import Scope, current
from scopecheck.symbolic.calls import Arguments
from scopecheck.symbolic.inheritance import class_attribute, find_attribute
from scopecheck.symbolic.values import Extern, Instance, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine

MODULES = ("tf.nn.rnn_cell.", "tf.contrib.rnn.")


def _no_sizes(m: Machine, cell: LayerObject) -> tuple[Value, Value]:
    raise refuse_argument(m, cell.cls.name, "NotImplementedError", "Abstract method")


def _no_step(
    m: Machine, cell: LayerObject, inputs: Value, state: Value, extra: dict[str, Value]
) -> Value:
    return inputs, state


_LAYER = Signature("trainable=True, name=None, dtype=None")
KINDS = {
    kind.name: kind
    for kind in (
        CellKind("RNNCell", _LAYER, _no_sizes, _no_step, opens=True),
        CellKind("LayerRNNCell", _LAYER, _no_sizes, _no_step),
        *rnn_kinds.BASIC,
        *rnn_wrappers.WRAPPERS,
        *rnn_contrib_cells.CELLS,
        *rnn_called_cells.CALLED,
        *rnn_contrib_wrappers.CONTRIB,
    )
}


def _abstract(
    m: Machine, cell: LayerObject, inputs: Value, state: Value, extra: dict[str, Value]
) -> Value:
    """Before 1.0 a cell's class has a ``__call__`` of its own, and ``call`` is unheard of."""
    raise m.fail("NotImplementedError", "Abstract method", epoch=epoch(m))


_ABSTRACT = CellKind("RNNCell", Signature(""), _no_sizes, _abstract, direct=True, keywords=False)
BEFORE_ONE_KINDS = {
    "RNNCell": _ABSTRACT,
    **{kind.name: kind for kind in rnn_before_one.CELLS},
}


def base_of(m: Machine, receiver: Value) -> CellKind | None:
    """The cell class that an object's class inherits, if any."""
    kinds = BEFORE_ONE_KINDS if m.world.before_one else KINDS
    for base in receiver.cls.mro if isinstance(receiver, Instance) else ():
        if isinstance(base, Extern):
            name = canonical(base.name)
            if name.startswith(MODULES):
                return kinds.get(name.rsplit(".", 1)[-1])
    return None


def inherited_attribute(m: Machine, receiver: Value, name: str) -> Value:
    """An attribute that is no method; NotImplemented where a cell has none of that name."""
    kind = base_of(m, receiver)
    if kind is None or name in METHODS or name == "__init__":
        return NotImplemented
    _started(m, receiver)
    return cell_attribute(m, receiver, kind, name)


def _started(m: Machine, receiver: Instance) -> None:
    """The lists that ``__init__`` makes, for a class that does not call its base's."""
    if get(m, receiver, LISTS[0]) is None:
        for name in LISTS:
            put(m, receiver, **{name: m.new_list()})


def inherited(m: Machine, receiver: Instance, kind: CellKind, name: str, a: Arguments) -> Value:
    """A method that the object inherits from its cell class."""
    if name == "__init__":
        initialize(m, receiver, kind, a)
        return None
    _started(m, receiver)
    if name == "__call__":
        build = _build(m, receiver) if _overridden(m, receiver, "build") else None
        run = _run(m, receiver) if _overridden(m, receiver, "call") else None
        return call_cell(m, receiver, kind, a, build, run)
    if name in METHODS:
        return run_method(m, receiver, kind, name, a)
    if name in ("add_loss", "add_update", "__setattr__"):
        return None
    return m.unknown(f"{name}(…)", tame=True)


def _overridden(m: Machine, receiver: Instance, name: str) -> bool:
    return class_attribute(m, receiver.cls, name) is not None


def _build(m: Machine, receiver: Instance) -> Value:
    def build(inputs: Value) -> None:
        by = f"{receiver.cls.name}.build"
        call_back(m, by, find_attribute(m, receiver, "build"), (shapes_of(m, inputs),))

    return build


def _run(m: Machine, receiver: Instance) -> Value:
    """``call`` goes through AutoGraph; it gets the scope only where it has the parameter."""

    def run(given: Arguments) -> Value:
        call = find_attribute(m, receiver, "call")
        by = f"{receiver.cls.name}.call"
        kwargs = dict(given.kwargs)
        if takes_parameter(call, "scope"):
            kwargs["scope"] = Scope(current(m).scope)
        return converted(m, lambda: call_back(m, by, call, given.args, **kwargs))

    return run


MODELS: dict[str, Model] = {
    f"{module}{name}": constructor(KINDS[name])
    for module in MODULES
    for name in ("RNNCell", "LayerRNNCell")
}
