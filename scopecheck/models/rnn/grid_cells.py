"""``tf.contrib.grid_rnn``: cells with another cell for each dimension of a grid.

Source: tensorflow/contrib/grid_rnn/python/ops/grid_rnn_cell.py.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

from scopecheck.models.contrib.weights import in_scope
from scopecheck.models.layers.custom_layers import LayerObject, get, put
from scopecheck.models.layers.refusals import fail_input
from scopecheck.models.layers.sizes import size
from scopecheck.models.refusal import refuse_argument
from scopecheck.models.registry import Model, Signature
from scopecheck.models.rnn.cells import CellKind
from scopecheck.models.rnn.kinds import registered, units
from scopecheck.models.rnn.linear import variable
from scopecheck.models.rnn.nest import flatten, is_sequence, parts
from scopecheck.models.rnn.states import joined, matrix
from scopecheck.models.rnn.wrappers import called, output_size, state_size
from scopecheck.models.shapes import spread
from scopecheck.models.tensors import UNSEEN, Dim, Tensor, operation
from scopecheck.models.world import scope_data
from scopecheck.symbolic.calls import Arguments
from scopecheck.symbolic.decisions import needed, truth
from scopecheck.symbolic.operators import binary
from scopecheck.symbolic.values import Extern, Value
from scopecheck.trace import Refusal

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine


@dataclass(frozen=True, slots=True)
class _Grid:
    """The dimensions by what they do, and the cell of each."""

    count: int
    inputs: tuple[int, ...]
    outputs: tuple[int, ...]
    priority: tuple[int, ...]
    still: tuple[int, ...]
    tied: bool
    cells: tuple[Value, ...]
    function: Value = field(compare=False)

    @property
    def recurrent(self) -> tuple[int, ...]:
        """The dimensions that have a state."""
        return tuple(at for at in range(self.count) if at not in self.still)

    @property
    def others(self) -> tuple[int, ...]:
        """The dimensions that come first."""
        return tuple(at for at in range(self.count) if at not in self.priority)


def _dims(m: Machine, by: str, given: Value, count: int) -> tuple[int, ...]:
    given = needed(m, given)
    held = () if given is None else parts(m, given) if is_sequence(given) else (given,)
    found = sorted({one for one in held or () if isinstance(one, int)})
    if any(not 0 <= one < count for one in found):
        message = f"Invalid dims: {found}. Must be in [0, {count})"
        raise refuse_argument(m, by, "ValueError", message)
    return tuple(found)


_DIMS = ("input_dims", "output_dims", "priority_dims", "non_recurrent_dims")


def _plan(m: Machine, cell: LayerObject, made: Callable[[], Value], **given: Value) -> None:
    """Keeps the grid; ``made`` makes a cell."""
    by, count = cell.cls.name, size(m, given["num_dims"])
    if not isinstance(count, int):
        return
    if count < 1:
        raise refuse_argument(m, by, "ValueError", f"dims must be >= 1: {count}")
    inputs, outputs, priority, still = (_dims(m, by, given[name], count) for name in _DIMS)
    tied = truth(m, given["tied"]) is True
    cells = (made(),) * count if tied else tuple(made() for _ in range(count))
    function = given["non_recurrent_fn"]
    function = function if function is not None else Extern("tf.nn.relu")
    grid = _Grid(count, inputs, outputs, priority, still, tied, cells, function)
    put(m, cell, **{"<grid>": grid})


def _check_general(m: Machine, cell: LayerObject) -> None:
    n, function = get(m, cell, "_num_units"), get(m, cell, "_cell_fn")

    def made() -> Value:
        if function is not None:
            return m.call(function, (n,))
        whole = get(m, cell, "_state_is_tuple")
        given = Arguments((), {"num_units": n, "state_is_tuple": whole})
        return m.library.call(m, "tf.nn.rnn_cell.LSTMCell", given)

    names = ("num_dims", *_DIMS, "tied", "non_recurrent_fn")
    _plan(m, cell, made, **{name: get(m, cell, f"_{name}") for name in names})


def _check_of(count: int, inner: str) -> Callable[[Machine, LayerObject], None]:
    """A grid of one kind of cell: input, output and priority are the first dimension's."""

    def check(m: Machine, cell: LayerObject) -> None:
        names = ("use_peepholes", "forget_bias")
        more = {one: get(m, cell, f"_{one}") for one in names if f"_{one}" in m.heap[cell.id]}
        given = Arguments((), {"num_units": get(m, cell, "_num_units"), **more})
        function = get(m, cell, "_non_recurrent_fn")
        still = None if function is None else 0
        dims = {"num_dims": count, "input_dims": 0, "output_dims": 0, "priority_dims": 0}
        made = partial(m.library.call, m, f"tf.nn.rnn_cell.{inner}", given)
        tied = get(m, cell, "_tied")
        _plan(m, cell, made, **dims, non_recurrent_dims=still, tied=tied, non_recurrent_fn=function)

    return check


def _whole(m: Machine, cell: LayerObject, name: str) -> bool:
    return get(m, cell, f"_{name}_is_tuple") is False


def _total(m: Machine, one: Value) -> Value:
    """The size of a cell's state as one number."""
    total: Value = 0
    for part in flatten(m, state_size(m, one)):
        total = binary(m, "+", total, part)
    return total


def _sizes(m: Machine, cell: LayerObject) -> tuple[Value, Value]:
    grid: _Grid | None = get(m, cell, "<grid>")
    if grid is None:
        return m.unknown("state_size", not_none=True), m.unknown("output_size", not_none=True)
    first = grid.cells[0]
    state: Value = (state_size(m, first),) * len(grid.recurrent)
    output: Value = (output_size(m, first),) * len(grid.outputs)
    if _whole(m, cell, "state"):
        state = binary(m, "*", _total(m, first), len(grid.recurrent))
    if _whole(m, cell, "output"):
        output = binary(m, "*", output_size(m, first), len(grid.outputs))
    return state, output


Row = list[Any]


def _states(m: Machine, cell: LayerObject, grid: _Grid, state: Value) -> tuple[Row, Row]:
    """The memories and the outputs of the dimensions before this step."""
    c: Row = [None] * grid.count
    h: Row = [None] * grid.count
    state, n = needed(m, state), units(m, cell)
    pairs = _total(m, grid.cells[0]) != get(m, cell, "_num_units")
    if _whole(m, cell, "state") or not is_sequence(state):
        rows = spread(matrix(m, state).shape, 2)[0]
        for at in grid.recurrent:
            h[at] = operation(m, "Slice", (state,), (rows, n), matrix(m, state).dtype)
            c[at] = h[at] if pairs else None
        return c, h
    held = parts(m, state) or ()
    if len(held) != len(grid.recurrent):
        message = f"Expected state as a tuple of {len(grid.recurrent)} element"
        raise refuse_argument(m, cell.cls.name, "ValueError", message)
    for at, one in zip(grid.recurrent, held, strict=True):
        both = parts(m, one) if pairs and is_sequence(one) else None
        c[at], h[at] = both if both is not None and len(both) == 2 else (None, one)
    return c, h


def _project(m: Machine, cell: LayerObject, grid: _Grid, x: Tensor, c: Row, h: Row) -> None:
    """``project_m_0`` and ``project_c_0``: what stands for the state of an input's dimension."""
    depth, n, by = spread(x.shape, 2)[-1], units(m, cell), cell.cls.name
    if not grid.inputs or depth == 0:
        return
    part = depth // len(grid.inputs) if isinstance(depth, int) else UNSEEN
    pairs = _total(m, grid.cells[0]) != get(m, cell, "_num_units")
    for at in grid.inputs:
        for row, letter in ((h, "m"), (c, "c")):
            if letter == "m" or pairs:
                made = variable(m, by, f"project_{letter}_{at}", (part, n), x.dtype)
                row[at] = operation(m, "MatMul", (x, made), (spread(x.shape, 2)[0], n), x.dtype)


def _beside(m: Machine, by: str, tensors: list[Value]) -> Tensor:
    held = [matrix(m, one) for one in tensors]
    return operation(m, "ConcatV2", tuple(held), joined(m, by, held), held[0].dtype)


@dataclass(frozen=True, slots=True)
class _Pass:
    """One step: the grid, the states before it, and what it has made so far."""

    cell: LayerObject
    grid: _Grid
    c: Row
    h: Row
    output: Row
    state: Row


def _propagate(m: Machine, one: _Pass, dims: tuple[int, ...], first: bool) -> None:
    grid, by = one.grid, one.cell.cls.name
    if not dims:
        return
    seen = [new if new is not None else old for new, old in zip(one.output, one.h, strict=True)]
    rows: Dim = spread(matrix(m, seen[0]).shape, 2)[0]
    inputs = operation(m, "Zeros", (), (rows, 0), matrix(m, seen[0]).dtype)
    if grid.count > 1:
        inputs = _beside(m, by, seen[:-1])
    for at in dims:
        reuse = grid.tied and not (first and at == dims[0])
        kind = "non_recurrent" if at in grid.still else "recurrent"
        name = kind if grid.tied else f"{kind}/cell_{at}"
        step = partial(_still if at in grid.still else _moved, m, one, at, inputs, seen[-1])
        in_scope(m, name, "", reuse or None, step)


def _still(m: Machine, one: _Pass, at: int, inputs: Tensor, last: Value) -> Value:
    """A dimension without a state: one fully connected layer."""
    by = one.cell.cls.name
    if scope_data(m).initializer is None:
        message = "module 'tensorflow.contrib.layers' has no attribute 'initializers'"
        raise fail_input(m, by, Refusal.ARGUMENT, "AttributeError", message)
    given = _beside(m, by, [inputs, last]) if one.grid.count > 1 else last
    more = {"num_outputs": get(m, one.cell, "_num_units"), "activation_fn": one.grid.function}
    layer = "tf.contrib.layers.fully_connected"
    one.output[at] = m.library.call(m, layer, Arguments((given,), more))
    return None


def _moved(m: Machine, one: _Pass, at: int, inputs: Tensor, last: Value) -> Value:
    state = (one.c[at], last) if one.c[at] is not None else last
    one.output[at], one.state[at] = called(m, one.grid.cells[at], inputs, state)
    return None


def _step(
    m: Machine, cell: LayerObject, inputs: Value, state: Value, extra: dict[str, Value]
) -> Value:
    grid: _Grid | None = get(m, cell, "<grid>")
    by = cell.cls.name
    if grid is None:
        m.undecided(by, "its dimensions are not known", 1)
        return m.unknown(f"{by}(…)", not_none=True)
    if isinstance(needed(m, inputs), tuple):
        message = "'tuple' object has no attribute 'dtype'"
        raise refuse_argument(m, by, "AttributeError", message)
    x = matrix(m, inputs)
    c, h = _states(m, cell, grid, state)
    one = _Pass(cell, grid, c, h, [None] * grid.count, [None] * grid.count)

    def body() -> Value:
        _project(m, cell, grid, x, c, h)
        _propagate(m, one, grid.others, True)
        _propagate(m, one, grid.priority, False)
        outputs = tuple(one.output[at] for at in grid.outputs)
        states = tuple(one.state[at] for at in grid.recurrent)
        return _joined(m, cell, "output", outputs), _joined(m, cell, "state", states)

    return in_scope(m, extra.get("scope") or by, "", None, body)


def _joined(m: Machine, cell: LayerObject, name: str, made: tuple[Value, ...]) -> Value:
    if not _whole(m, cell, name):
        return made
    if name == "state" and any(isinstance(one, Tensor) for one in made):
        message = "iterating over `tf.Tensor` is not allowed in Graph execution. …"
        raise refuse_argument(m, cell.cls.name, "TypeError", message)
    return _beside(m, cell.cls.name, [leaf for one in made for leaf in flatten(m, one)])


_TAIL = "state_is_tuple=True, output_is_tuple=True"
_MORE = "tied=False, non_recurrent_fn=None, "


def _kind(name: str, arguments: str, check: Callable[[Machine, LayerObject], None]) -> CellKind:
    return CellKind(
        name,
        Signature(f"num_units, {arguments}{_TAIL}"),
        _sizes,
        _step,
        direct=True,
        check=check,
        keywords=False,
    )


_GRIDS = (
    _kind(
        "GridRNNCell",
        "num_dims=1, input_dims=None, output_dims=None, priority_dims=None, "
        "non_recurrent_dims=None, tied=False, cell_fn=None, non_recurrent_fn=None, ",
        _check_general,
    ),
    _kind("Grid1BasicRNNCell", "", _check_of(1, "BasicRNNCell")),
    _kind("Grid2BasicRNNCell", _MORE, _check_of(2, "BasicRNNCell")),
    _kind("Grid1BasicLSTMCell", "forget_bias=1, ", _check_of(1, "BasicLSTMCell")),
    _kind("Grid2BasicLSTMCell", f"{_MORE}forget_bias=1, ", _check_of(2, "BasicLSTMCell")),
    _kind("Grid1LSTMCell", "use_peepholes=False, forget_bias=1.0, ", _check_of(1, "LSTMCell")),
    *(
        _kind(
            f"Grid{n}LSTMCell",
            f"{_MORE}use_peepholes=False, forget_bias=1.0, ",
            _check_of(n, "LSTMCell"),
        )
        for n in (2, 3)
    ),
    _kind("Grid2GRUCell", _MORE, _check_of(2, "GRUCell")),
)
MODELS: dict[str, Model] = registered(_GRIDS, "tf.contrib.grid_rnn")
