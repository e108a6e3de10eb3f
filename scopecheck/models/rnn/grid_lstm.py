"""``GridLSTMCell`` and ``BidirectionalGridLSTMCell``: LSTMs over time and over frequencies.

Source: tensorflow/contrib/rnn/python/ops/rnn_cell.py.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from scopecheck.models.contrib.weights import in_scope
from scopecheck.models.layers.custom_layers import LayerObject, get, put
from scopecheck.models.layers.refusals import fail_input
from scopecheck.models.layers.sizes import size
from scopecheck.models.refusal import refuse_argument
from scopecheck.models.registry import Model, Signature
from scopecheck.models.rnn.called_cells import shards
from scopecheck.models.rnn.cells import CellKind
from scopecheck.models.rnn.kinds import ZEROS, plus, registered, times, units
from scopecheck.models.rnn.linear import variable
from scopecheck.models.rnn.nest import flatten, parts
from scopecheck.models.rnn.states import matrix
from scopecheck.models.shapes import spread
from scopecheck.models.switches import holds
from scopecheck.models.tensors import Dim, Tensor, operation
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.stdlib.containers import Record, RecordClass
from scopecheck.symbolic.values import Value
from scopecheck.trace import Refusal

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine


@dataclass(frozen=True, slots=True)
class _Plan:
    """How many frequencies each block has, and the class of the state; None for one tensor."""

    blocks: tuple[int, ...]
    kind: RecordClass | None
    directions: tuple[str, ...]

    @property
    def total(self) -> int:
        """The states of one direction."""
        return sum(self.blocks)


def _numbers(m: Machine, value: Value) -> tuple[Dim, ...] | None:
    held = parts(m, value) if value is not None else ()
    return None if held is None else tuple(size(m, one) for one in held)


def _planned(*directions: str) -> object:
    """The constructor's look at the blocks."""

    def check(m: Machine, cell: LayerObject) -> None:
        given = needed(m, get(m, cell, "_num_frequency_blocks"))
        if given is None:
            message = "Must specify num_frequency_blocks"
            raise refuse_argument(m, cell.cls.name, "ValueError", message)
        blocks = [one for one in _numbers(m, given) or () if isinstance(one, int)]
        held = parts(m, given)
        if held is None or len(blocks) != len(held):
            return
        names = [
            f"{direction}state_f{at:02d}_b{block:02d}_{part}"
            for direction in directions
            for block, count in enumerate(blocks)
            for at in range(count)
            for part in ("c", "m")
        ]
        kind = RecordClass(cell.cls.name.replace("Cell", "StateTuple"), tuple(names), ())
        whole = get(m, cell, "_state_is_tuple") is False
        put(m, cell, **{"<plan>": _Plan(tuple(blocks), None if whole else kind, directions)})

    return check


def _sizes(m: Machine, cell: LayerObject) -> tuple[Value, Value]:
    plan: _Plan | None = get(m, cell, "<plan>")
    n = units(m, cell)
    if plan is None or not isinstance(n, int):
        return m.unknown("state_size", not_none=True), m.unknown("output_size", not_none=True)
    width = 2 * n * plan.total * len(plan.directions)
    if plan.kind is None:
        return width, width
    return Record(plan.kind, (n,) * len(plan.kind.fields)), width


def _check_input(m: Machine, cell: LayerObject, plan: _Plan, x: Tensor) -> None:
    """The frequencies that the input has must be those that the cell was made for."""
    depth, by = spread(x.shape, 2)[-1], cell.cls.name
    if depth is None:
        message = "Cannot infer input_size from static shape inference."
        raise fail_input(m, by, Refusal.SHAPE_UNDEFINED, "ValueError", message)
    names = ("_start_freqindex_list", "_end_freqindex_list")
    first, last = (_numbers(m, get(m, cell, name)) for name in names)
    lengths: Sequence[Dim] = (depth,)
    if first and last:
        lengths = [
            b - a if isinstance(a, int) and isinstance(b, int) else None
            for a, b in zip(first, last, strict=False)
        ]
        if len(first) != len(last):
            raise _refused(m, by, "('Length of start and end freqindex_list does not match …")
    if len(plan.blocks) != len(lengths):
        raise _refused(m, by, f"Length of num_frequency_blocks is not …{len(plan.blocks)}…")
    for wanted, length in zip(plan.blocks, lengths, strict=True):
        found = _features(m, cell, length)
        if found is not None and found != wanted:
            message = f"Invalid num_frequency_blocks, requires {wanted} but gets {found}, …"
            raise _refused(m, by, message)


def _refused(m: Machine, by: str, message: str) -> Exception:
    return fail_input(m, by, Refusal.ARGUMENT, "ValueError", message)


def _features(m: Machine, cell: LayerObject, length: Dim) -> int | None:
    feature, skip = units(m, cell, "_feature_size"), units(m, cell, "_frequency_skip")
    known = isinstance(length, int) and isinstance(feature, int) and isinstance(skip, int)
    return int((length - feature) / skip) + 1 if known and skip else None  # type: ignore[operator]


def _block(m: Machine, cell: LayerObject, block: int, dtype: str | None) -> list[Value]:
    """The weights of one block: over frequencies, over time, and the peepholes."""
    by, n = cell.cls.name, units(m, cell)
    coupled = holds(m, get(m, cell, "_couple_input_forget_gates"))
    shared = holds(m, get(m, cell, "_share_time_frequency_weights"))
    width = times(3 if coupled else 4, n)
    dims = (plus(units(m, cell, "_feature_size"), times(2, n)), width)
    used: list[Value] = []
    for way in ("f",) if shared else ("f", "t"):
        number = get(m, cell, "_num_unit_shards")
        used += shards(m, cell, f"W_{way}_{block}", dims, dtype, number)
        used.append(variable(m, by, f"B_{way}_{block}", (width,), dtype, ZEROS))
    if holds(m, get(m, cell, "_use_peepholes")):
        names = [
            f"W_{gate}_diag_{way}{to}_{block}"
            for way in (("freq",) if shared else ("freq", "time"))
            for gate in ("IO" if coupled else "FIO")
            for to in "ft"
        ]
        used += [variable(m, by, name, (n,), dtype) for name in names]
    return used


def _step(
    m: Machine, cell: LayerObject, inputs: Value, state: Value, extra: dict[str, Value]
) -> Value:
    by, x, n = cell.cls.name, matrix(m, inputs), units(m, cell)
    plan: _Plan | None = get(m, cell, "<plan>")
    if plan is None:
        m.undecided(by, "its blocks are not known", 1)
        return m.unknown(f"{by}(…)", not_none=True)
    _check_input(m, cell, plan, x)
    used: list[Value] = [x, *flatten(m, state)]

    def direction() -> list[Value]:
        return [one for at in range(len(plan.blocks)) for one in _block(m, cell, at, x.dtype)]

    for name in plan.directions:
        used += in_scope(m, name.rstrip("_"), "", None, direction) if name else direction()
    rows = spread(x.shape, 2)[0]
    make = partial(operation, m, by, tuple(used), dtype=x.dtype)
    wide = times(2 * plan.total * len(plan.directions), n)
    output = make((rows, wide))
    if plan.kind is None:
        return output, make((rows, wide))
    return output, Record(plan.kind, tuple(make((rows, n)) for _ in plan.kind.fields))


_COMMON = (
    "num_units, use_peepholes=False, share_time_frequency_weights=False, cell_clip=None, "
    "initializer=None, num_unit_shards=1, forget_bias=1.0, feature_size=None, "
    "frequency_skip=None, num_frequency_blocks=None, start_freqindex_list=None, "
    "end_freqindex_list=None, couple_input_forget_gates=False, "
)


def _kind(name: str, rest: str, *directions: str) -> CellKind:
    return CellKind(
        name,
        Signature(_COMMON + rest),
        _sizes,
        _step,
        opens=True,
        check=_planned(*directions),  # type: ignore[arg-type]
        keywords=False,
    )


GRIDS: tuple[CellKind, ...] = (
    _kind("GridLSTMCell", "state_is_tuple=True, reuse=None", ""),
    _kind("BidirectionalGridLSTMCell", "backward_slice_offset=0, reuse=None", "fwd_", "bwd_"),
)
MODELS: dict[str, Model] = registered(GRIDS, "tf.contrib.rnn")
