"""One cell object in several places of a network: all of them have the same weights.

Source: tensorflow/python/ops/rnn_cell_impl.py, ``MultiRNNCell.__init__`` (it logs that such
cells share their weights), and ``Layer.__call__``, which builds an object once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models.custom_layers import get
from scopecheck.models.rnn_nest import parts
from scopecheck.symbolic.values import Value
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
    """The objects, by their number, that a cell runs: itself, or those that it wraps."""
    number = getattr(cell, "id", None)
    if not isinstance(number, int) or depth == 0:
        return frozenset()
    wrapped = get(m, cell, "_cell")
    stacked = parts(m, get(m, cell, "_cells")) or ()
    inner = (*((wrapped,) if wrapped is not None else ()), *stacked)
    found = frozenset[int]().union(*(_cells_in(m, one, depth - 1) for one in inner))
    return found or frozenset((number,))
