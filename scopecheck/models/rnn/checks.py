"""What functions of recurrent networks look at before they build anything.

Source: tensorflow/python/ops/rnn_cell_impl.py, ``assert_like_rnncell``; in TensorFlow 2
keras/layers/rnn/rnn_utils.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models.refusal import refuse_argument
from scopecheck.models.tensors import Tensor
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.inheritance import class_attribute
from scopecheck.symbolic.stdlib.containers import Record
from scopecheck.symbolic.values import (
    Builtin,
    BuiltinType,
    ClassRef,
    DictRef,
    Function,
    Instance,
    ListRef,
    Method,
    Partial,
    Value,
)

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine

_PLAIN = (bool, int, float, str, tuple, ListRef, DictRef, Tensor, Record, type(None))
_FUNCTIONS = (Function, Method, Partial, Builtin)


def check_cell(m: Machine, by: str, argument: str, cell: Value) -> None:
    """TypeError where a value surely is no cell."""
    missing = _missing(m, needed(m, cell))
    if missing:
        shown = "None" if cell is None else "…"
        message = f"The argument '{argument}' ({shown}) is not an RNNCell: {', '.join(missing)}."
        raise refuse_argument(m, by, "TypeError", message)


def own_class(cell: Instance) -> bool:
    """Whether all that an object's class inherits is the program's."""
    return all(isinstance(base, (ClassRef, BuiltinType)) for base in cell.cls.mro)


def _missing(m: Machine, cell: Value) -> list[str]:
    properties = [f"'{name}_size' property is missing" for name in ("output", "state")]
    state = "either 'zero_state' or 'get_initial_state' method is required"
    if isinstance(cell, _PLAIN):
        return [*properties, state, "is not callable"]
    if isinstance(cell, _FUNCTIONS):
        return [*properties, state]
    if not isinstance(cell, Instance) or not own_class(cell):
        return []
    has = {name for name in _NAMES if _has(m, cell, name)}
    found = [words for name, words in zip(_NAMES, properties, strict=False) if name not in has]
    if not has & {"zero_state", "get_initial_state"}:
        found.append(state)
    return found if "__call__" in has else [*found, "is not callable"]


_NAMES = ("output_size", "state_size", "zero_state", "get_initial_state", "__call__")


def _has(m: Machine, cell: Instance, name: str) -> bool:
    own = name in m.heap[cell.id] or "<open>" in m.heap[cell.id]
    return own or any(
        class_attribute(m, cell.cls, one) is not None for one in (name, "__getattr__")
    )
