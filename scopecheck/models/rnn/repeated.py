"""One cell object in several places of a network: all of them have the same weights.

Source: tensorflow/python/ops/rnn_cell_impl.py, ``MultiRNNCell.__init__`` (it logs that such
cells share their weights), and ``Layer.__call__``, which builds an object once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models.layers.custom_layers import get
from scopecheck.models.rnn.nest import parts
from scopecheck.symbolic.inheritance import class_attribute
from scopecheck.symbolic.values import Instance, Value
from scopecheck.trace import CellRepeated

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine

DEEPEST = 8


def check_layers(m: Machine, cells: tuple[Value, ...]) -> None:
    """Notes that layers of a stack are one cell."""
    held = [_cells_in(m, one) for one in cells]
    most = max((sum(one in other for other in held) for own in held for one in own), default=0)
    if most > 1:
        m.emit(CellRepeated(m.site(), m.path(), most))


def check_directions(m: Machine, forward: Value, backward: Value) -> None:
    """Notes that a cell reads the sequence in both directions."""
    if _cells_in(m, forward) & _cells_in(m, backward):
        m.emit(CellRepeated(m.site(), m.path()))


def _cells_in(m: Machine, cell: Value, depth: int = DEEPEST) -> frozenset[int]:
    """The objects, by their number, that a cell runs: itself, or those that it wraps.

    What is called by a ``__call__`` of its own is built by no ``Layer.__call__``: it asks for its
    variables in the scope in force, so that each place may have others. A stack of such cells is
    a layer again, which opens its scope once.
    """
    number = getattr(cell, "id", None)
    if not isinstance(number, int) or depth == 0 or _calls_itself(m, cell):
        return frozenset()
    wrapped = get(m, cell, "_cell")
    if wrapped is not None:
        return _cells_in(m, wrapped, depth - 1)
    stacked = parts(m, get(m, cell, "_cells")) or ()
    found = frozenset[int]().union(*(_cells_in(m, one, depth - 1) for one in stacked))
    return found or frozenset((number,))


def _calls_itself(m: Machine, cell: Value) -> bool:
    """Whether a cell's class in the program says what a call of it does."""
    return isinstance(cell, Instance) and class_attribute(m, cell.cls, "__call__") is not None
