"""Cells made of cells: stacks, dropout, residual connections, devices.

Source: tensorflow/python/ops/rnn_cell_impl.py, ``MultiRNNCell`` and ``_RNNCellWrapperV1``;
tensorflow/python/ops/rnn_cell_wrapper_impl.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models.contrib.weights import in_scope
from scopecheck.models.layers.custom_layers import LayerObject, get, put
from scopecheck.models.layers.refusals import fail_input, old
from scopecheck.models.messages import shape_text, value_text
from scopecheck.models.refusal import refuse_argument
from scopecheck.models.registry import Model, Signature
from scopecheck.models.rnn.cells import CellKind
from scopecheck.models.rnn.checks import check_cell
from scopecheck.models.rnn.kinds import plus, registered
from scopecheck.models.rnn.nest import is_sequence, map_structure, parts
from scopecheck.models.rnn.repeated import check_layers
from scopecheck.models.rnn.states import matrix, zero_state
from scopecheck.models.switches import holds
from scopecheck.models.tensors import UNSEEN, Dim, Tensor, operation
from scopecheck.symbolic.access import get_attribute
from scopecheck.symbolic.calls import Arguments, call_value
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.operators import binary
from scopecheck.symbolic.values import ListRef, Value
from scopecheck.trace import Refusal

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine


def cells_of(m: Machine, cell: LayerObject) -> tuple[Value, ...]:
    """The cells of a stack, bottom first."""
    return parts(m, get(m, cell, "_cells")) or ()


def check_stack(m: Machine, cell: LayerObject) -> None:
    held = needed(m, get(m, cell, "_cells"))
    by = cell.cls.name
    if held is None or (isinstance(held, (tuple, ListRef)) and parts(m, held) == ()):
        message = "Must specify at least one cell for MultiRNNCell."
        raise refuse_argument(m, by, "ValueError", message)
    known = parts(m, held) if is_sequence(held) else None
    if known is None:
        if hasattr(held, "cls"):
            saw = "saw" if old(m) else "received"
            message = f"cells must be a list or tuple, but {saw}: …."
            raise refuse_argument(m, by, "TypeError", message)
        m.undecided(by, "the cells are not known", 1)
        return
    if not m.world.before_one:
        check_layers(m, known)
    if get(m, cell, "_state_is_tuple") is False:
        if any(is_sequence(state_size(m, one)) for one in known):
            gap = "  " if old(m) else " "
            message = (
                "Some cells return tuples of states, but the flag state_is_tuple is not set."
                f"{gap}State sizes are: …"
            )
            raise refuse_argument(m, by, "ValueError", message)


def state_size(m: Machine, cell: Value) -> Value:
    """``cell.state_size``."""
    return get_attribute(m, cell, "state_size")


def output_size(m: Machine, cell: Value) -> Value:
    """``cell.output_size``."""
    return get_attribute(m, cell, "output_size")


def stack_sizes(m: Machine, cell: LayerObject) -> tuple[Value, Value]:
    held = cells_of(m, cell)
    if not held:
        return m.unknown("state_size", not_none=True), m.unknown("output_size", not_none=True)
    states = tuple(state_size(m, one) for one in held)
    if get(m, cell, "_state_is_tuple") is not False:
        return states, output_size(m, held[-1])
    total: Value = 0
    for one in states:
        total = binary(m, "+", total, one)
    return total, output_size(m, held[-1])


def stack_zeros(m: Machine, cell: LayerObject, batch: Value, dtype: Value) -> Value:
    if get(m, cell, "_state_is_tuple") is False:
        return zero_state(m, get_attribute(m, cell, "state_size"), batch, dtype)
    return tuple(zeros_of(m, one, batch, dtype) for one in cells_of(m, cell))


def zeros_of(m: Machine, cell: Value, batch: Value, dtype: Value) -> Value:
    """``cell.zero_state(batch, dtype)``."""
    return m.call(get_attribute(m, cell, "zero_state"), (batch, dtype))


def stack_step(
    m: Machine, cell: LayerObject, inputs: Value, state: Value, extra: dict[str, Value]
) -> Value:
    held = cells_of(m, cell)
    if not held:
        m.undecided(cell.cls.name, "the cells are not known", 1)
        return m.unknown("output"), m.unknown("state")
    whole = get(m, cell, "_state_is_tuple") is False
    states = _split(m, held, state) if whole else _apart(m, cell, held, state)
    prefix = "Cell" if m.world.before_one else "cell_"
    made: list[Value] = []
    for at, one in enumerate(held):
        current = states[at] if at < len(states) else m.unknown("a state")

        def step(one: Value = one, x: Value = inputs, s: Value = current) -> Value:
            return called(m, one, x, s)

        inputs, new = in_scope(m, f"{prefix}{at}", "", None, step)
        made.append(new)
    if not whole:
        return inputs, tuple(made)
    return inputs, side_by_side(m, made)


def _apart(
    m: Machine, cell: LayerObject, held: tuple[Value, ...], state: Value
) -> tuple[Value, ...]:
    """The state of each cell; a single tensor is none."""
    state = needed(m, state)
    if isinstance(state, Tensor):
        shown = value_text(m, state)
        message = f"Expected state to be a tuple of length {len(held)}, but received: {shown}"
        raise fail_input(m, cell.cls.name, Refusal.ARGUMENT, "ValueError", message)
    return (parts(m, state) if is_sequence(state) else None) or ()


def _split(m: Machine, held: tuple[Value, ...], state: Value) -> tuple[Value, ...]:
    """The columns of one tensor that belong to each cell."""
    both = matrix(m, state)
    rows: Dim = both.shape[0] if isinstance(both.shape, tuple) and both.shape else UNSEEN
    found = []
    for one in held:
        size = state_size(m, one)
        width = size if isinstance(size, int) else UNSEEN
        found.append(operation(m, "Slice", (both,), (rows, width), both.dtype))
    return tuple(found)


def side_by_side(m: Machine, tensors: list[Value]) -> Tensor:
    """``tf.concat(tensors, 1)``."""
    known = [matrix(m, one) for one in tensors]
    rows: Dim = UNSEEN
    widths: list[Dim] = [UNSEEN]
    if all(isinstance(one.shape, tuple) and len(one.shape) == 2 for one in known):
        rows = known[0].shape[0] if isinstance(known[0].shape, tuple) else UNSEEN
        widths = [one.shape[1] for one in known if isinstance(one.shape, tuple)]
    return operation(m, "ConcatV2", tuple(known), (rows, plus(*widths)), known[0].dtype)


def called(m: Machine, cell: Value, inputs: Value, state: Value, **extra: Value) -> Value:
    """``cell(inputs, state)`` as a pair of output and state."""
    result = needed(m, call_value(m, cell, Arguments((inputs, state), extra)))
    held = parts(m, result) if is_sequence(result) else None
    if held is not None and len(held) == 2:
        return held
    return m.unknown("an output", not_none=True), m.unknown("a state", not_none=True)


def wrapped(m: Machine, cell: LayerObject) -> Value:
    """The cell inside."""
    return get(m, cell, "_cell")


def wrapped_sizes(m: Machine, cell: LayerObject) -> tuple[Value, Value]:
    """State and output of the cell inside."""
    return state_size(m, wrapped(m, cell)), output_size(m, wrapped(m, cell))


def wrapped_zeros(m: Machine, cell: LayerObject, batch: Value, dtype: Value) -> Value:
    """The state of zeros of the cell inside."""
    return zeros_of(m, wrapped(m, cell), batch, dtype)


def check_wrapped(m: Machine, cell: LayerObject) -> None:
    """What is wrapped is a cell."""
    check_cell(m, cell.cls.name, "cell", wrapped(m, cell))


_PROBABILITIES = ("input_keep_prob", "state_keep_prob", "output_keep_prob")


def check_dropout(m: Machine, cell: LayerObject) -> None:
    check_wrapped(m, cell)
    for name in _PROBABILITIES:
        value = needed(m, get(m, cell, f"_{name}"))
        if isinstance(value, (int, float)) and not 0 <= value <= 1:
            tail = f": {int(value)}" if old(m) else f". Received {value}"
            message = f"Parameter {name} must be between 0 and 1{tail}"
            raise refuse_argument(m, cell.cls.name, "ValueError", message)
        if isinstance(value, int):
            put(m, cell, **{f"_{name}": float(value)})
    if get(m, cell, "_variational_recurrent") is True and get(m, cell, "_dtype") is None:
        message = "When variational_recurrent=True, dtype must be provided"
        raise refuse_argument(m, cell.cls.name, "ValueError", message)


def _dropped(m: Machine, cell: LayerObject, name: str, value: Value) -> Value:
    if get(m, cell, f"_{name}_keep_prob") == 1.0:
        return value

    def dropout(one: Value) -> Value:
        if not isinstance(one, Tensor):
            return one
        return operation(m, "Dropout", (one,), one.shape, one.dtype)

    return map_structure(m, dropout, value)


def dropout_step(
    m: Machine, cell: LayerObject, inputs: Value, state: Value, extra: dict[str, Value]
) -> Value:
    inputs = _dropped(m, cell, "input", inputs)
    output, new = called(m, wrapped(m, cell), inputs, state, **extra)
    return _dropped(m, cell, "output", output), _dropped(m, cell, "state", new)


def _residual_step(
    m: Machine, cell: LayerObject, inputs: Value, state: Value, extra: dict[str, Value]
) -> Value:
    output, new = called(m, wrapped(m, cell), inputs, state, **extra)
    function = get(m, cell, "_residual_fn")
    if holds(m, function):
        return m.call(function, (inputs, output)), new

    def added(one: Value, other: Value) -> Value:
        if isinstance(one, Tensor) and isinstance(other, Tensor):
            _check_shapes(m, cell, one, other)
        return binary(m, "+", one, other)

    return map_structure(m, added, inputs, output), new


def _check_shapes(m: Machine, cell: LayerObject, one: Tensor, other: Tensor) -> None:
    if not isinstance(one.shape, tuple) or not isinstance(other.shape, tuple):
        return
    pairs = zip(one.shape, other.shape, strict=False)
    known = [(a, b) for a, b in pairs if isinstance(a, int) and isinstance(b, int)]
    if len(one.shape) != len(other.shape) or any(a != b for a, b in known):
        shown = f"{shape_text(m, one.shape)} and {shape_text(m, other.shape)}"
        message = f"Shapes {shown} are incompatible"
        raise fail_input(m, cell.cls.name, Refusal.ARGUMENT, "ValueError", message)


def _device_step(
    m: Machine, cell: LayerObject, inputs: Value, state: Value, extra: dict[str, Value]
) -> Value:
    return called(m, wrapped(m, cell), inputs, state, **extra)


WRAPPERS: tuple[CellKind, ...] = (
    CellKind(
        "MultiRNNCell",
        Signature("cells, state_is_tuple=True"),
        stack_sizes,
        stack_step,
        opens=True,
        check=check_stack,
        zero=stack_zeros,
        parts=cells_of,
        keywords=False,
    ),
    CellKind(
        "DropoutWrapper",
        Signature(
            "cell, input_keep_prob=1.0, output_keep_prob=1.0, state_keep_prob=1.0, "
            "variational_recurrent=False, input_size=None, dtype=None, seed=None, "
            "dropout_state_filter_visitor=None"
        ),
        wrapped_sizes,
        dropout_step,
        direct=True,
        check=check_dropout,
        zero=wrapped_zeros,
    ),
    CellKind(
        "ResidualWrapper",
        Signature("cell, residual_fn=None"),
        wrapped_sizes,
        _residual_step,
        direct=True,
        check=check_wrapped,
        zero=wrapped_zeros,
    ),
    CellKind(
        "DeviceWrapper",
        Signature("cell, device"),
        wrapped_sizes,
        _device_step,
        direct=True,
        check=check_wrapped,
        zero=wrapped_zeros,
    ),
)
MODELS: dict[str, Model] = registered(WRAPPERS, "tf.nn.rnn_cell", "tf.contrib.rnn")
