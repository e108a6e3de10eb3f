"""The other cells of ``tf.contrib.rnn``."""

from __future__ import annotations

from scopecheck.models.rnn_cells import CellKind

CELLS: tuple[CellKind, ...] = ()
