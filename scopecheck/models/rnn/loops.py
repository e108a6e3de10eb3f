"""``dynamic_rnn`` and ``static_rnn``: a cell over the steps of a sequence.

Source: tensorflow/python/ops/rnn.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models import shapes
from scopecheck.models.constants import ConstantTensor
from scopecheck.models.layers.refusals import fail_input, old
from scopecheck.models.messages import shape_text, tensor_text, value_text
from scopecheck.models.ops.arguments import shape_of, tensor_inputs
from scopecheck.models.registry import Model, Signature
from scopecheck.models.rnn.checks import check_cell, own_class
from scopecheck.models.rnn.nest import (
    flatten,
    is_sequence,
    map_structure,
    pack,
    parts,
    same_structure,
)
from scopecheck.models.rnn.scopes import in_loop, left_loop, loop_variables, opened
from scopecheck.models.rnn.states import matrix, size_dims
from scopecheck.models.rnn.wrappers import called, output_size
from scopecheck.models.store.initial import dtype_name
from scopecheck.models.store.scope_members import reuse_variables
from scopecheck.models.tensors import UNSEEN, Dim, Dims, Tensor, operation
from scopecheck.models.world import Scope
from scopecheck.symbolic.access import get_attribute
from scopecheck.symbolic.decisions import needed, truth
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.values import Instance, Unknown, Value
from scopecheck.trace import Refusal

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine

FEW = 3
"""How many steps of a long sequence are built: the others can make and share nothing else."""

DYNAMIC = Signature(
    "cell, inputs, sequence_length=None, initial_state=None, dtype=None, "
    "parallel_iterations=None, swap_memory=False, time_major=False, scope=None"
)
STATIC = Signature("cell, inputs, initial_state=None, dtype=None, sequence_length=None, scope=None")


def dynamic_rnn(m: Machine, a: Arguments) -> Value:
    """``tf.nn.dynamic_rnn(cell, inputs, ...)``."""
    return run_dynamic(m, DYNAMIC.bind(m, "dynamic_rnn", a))


def run_dynamic(m: Machine, g: dict[str, Value]) -> Value:
    """The outputs of all steps, and the last state."""
    by = "tf.nn.dynamic_rnn"
    check_cell(m, by, "cell", g["cell"])

    def body(entered: Scope) -> Value:
        major = needed(m, g["time_major"])
        tensors = [_time_major(matrix(m, one), major) for one in flatten(m, g["inputs"])]
        _check_lengths(m, by, g["sequence_length"])
        batch = _batch(m, by, tensors)
        state = _initial(m, by, g, batch, tensors)
        _check_depths(m, by, tensors)
        return _loop(m, g, tensors, batch, state, major)

    return opened(m, g["scope"], "rnn", body)


def _time_major(tensor: Tensor, major: Value) -> Tensor:
    """The input with the time first, as the loop reads it."""
    dims = tensor.shape
    if major is True or not isinstance(dims, tuple) or len(dims) < 2:
        return tensor
    turned = (dims[1], dims[0]) if major is False else (UNSEEN, UNSEEN)
    return _of("time", "Transpose", tensor, (*turned, *dims[2:]))


def _of(key: str, op: str, one: Tensor, dims: Dims) -> Tensor:
    """What the loop makes of a tensor, in its graph."""
    made = Tensor((*one.key, key), op, (one,), dims, one.dtype)
    made.graph = one.graph
    return made


def _check_lengths(m: Machine, by: str, lengths: Value) -> None:
    lengths = needed(m, lengths)
    dims = UNSEEN if lengths is None else shape_of(m, lengths)
    if not isinstance(dims, tuple) or len(dims) == 1:
        return
    words = "sequence_length must be a vector of length"
    if by.endswith("dynamic_rnn"):
        message = f"{words} batch_size, but saw shape: {shape_text(m, dims)}"
        if not old(m):
            message = f"Argument {words} batch_size. Received sequence_length=…"
    else:
        message = (
            f"{words} batch_size" if old(m) else "Argument `sequence_length` must be a vector …"
        )
    raise fail_input(m, by, Refusal.ARGUMENT, "ValueError", message)


def _batch(m: Machine, by: str, tensors: list[Tensor]) -> Dim:
    """The batch of time-major inputs: the first that is known."""
    found: Dim = UNSEEN
    for tensor in tensors:
        if not isinstance(tensor.shape, tuple):
            continue
        if len(tensor.shape) < 2:
            shown = tensor_text(m, tensor)
            message = (
                f"Expected input tensor {shown} to have rank at least 2"
                if old(m)
                else f"Input tensor should have rank >= 2. Received input={shown} of rank "
                f"{len(tensor.shape)}"
            )
            raise fail_input(m, by, Refusal.ARGUMENT, "ValueError", message)
        found = tensor.shape[1]
        if found is not None:
            return found
    return found


def _initial(m: Machine, by: str, g: dict[str, Value], batch: Dim, tensors: list[Tensor]) -> Value:
    """The state given, or zeros of the dtype given."""
    state = needed(m, g["initial_state"])
    if state is not None:
        return state
    if not truth(m, g["dtype"]):
        message = "If no initial_state is provided, argument `dtype` must be specified"
        if old(m):
            message = (
                "If there is no initial_state, you must give a dtype."
                if by == "tf.nn.dynamic_rnn"
                else "If no initial_state is provided, dtype must be specified"
            )
        raise fail_input(m, by, Refusal.ARGUMENT, "ValueError", message)
    return zeros(m, g["cell"], batch_value(m, batch, tensors[:1]), g["dtype"])


def batch_value(m: Machine, batch: Dim, tensors: list[Tensor]) -> Value:
    """A batch size as ``zero_state`` takes it: a number, or a tensor."""
    if isinstance(batch, int):
        return batch
    made = operation(m, "StridedSlice", tuple(tensors), (), "int32")
    return ConstantTensor(made, batch, False if batch is None else None)


def zeros(m: Machine, cell: Value, batch: Value, dtype: Value) -> Value:
    """``cell.zero_state``, or ``get_initial_state`` of a class that has only that."""
    if isinstance(cell, Instance) and own_class(cell):
        from scopecheck.symbolic.inheritance import find_attribute

        made = find_attribute(m, cell, "get_initial_state")
        if made is not None:
            return m.call(made, (), inputs=None, batch_size=batch, dtype=dtype)
    return m.call(get_attribute(m, cell, "zero_state"), (batch, dtype))


def _check_depths(m: Machine, by: str, tensors: list[Tensor]) -> None:
    for tensor in tensors:
        dims = tensor.shape
        if not isinstance(dims, tuple):
            continue
        if len(dims) < 3:
            message = f"Shape {shape_text(m, dims)} must have rank at least 3"
            raise fail_input(m, by, Refusal.ARGUMENT, "ValueError", message)
        if None in dims[2:]:
            message = (
                "Input size (depth of inputs) must be accessible via shape inference, but saw "
                "value None"
            )
            message += "." if old(m) else " for input=…."
            raise fail_input(m, by, Refusal.SHAPE_UNDEFINED, "ValueError", message)


def _loop(
    m: Machine,
    g: dict[str, Value],
    tensors: list[Tensor],
    batch: Dim,
    state: Value,
    major: Value,
) -> Value:
    steps = tensors[0].shape[0] if isinstance(tensors[0].shape, tuple) else UNSEEN

    def read(one: Tensor) -> Tensor:
        dims: Dims = one.shape[1:] if isinstance(one.shape, tuple) and one.shape else UNSEEN
        return _of("step", "TensorArrayReadV3", one, dims)

    def body() -> Value:
        inputs = pack(m, g["inputs"], [read(one) for one in tensors])
        inside = loop_variables(m, state)
        return called(m, g["cell"], inputs, inside)

    output, new = in_loop(m, body)
    check_structure(m, "tf.nn.dynamic_rnn", state, new)

    def stacked(size: Value, one: Value) -> Value:
        rest = size_dims(m, size)
        first = (steps, batch) if major is True else (batch, steps)
        if major not in (True, False):
            first = (UNSEEN, UNSEEN)
        dims: Dims = UNSEEN if rest is None else (*first, *rest)
        dtype = one.dtype if isinstance(one, Tensor) else dtype_name(m, g["dtype"])
        return operation(m, "TensorArrayGatherV3", tensor_inputs(m, one, state), dims, dtype)

    return map_structure(m, stacked, output_size(m, g["cell"]), output), left_loop(m, state, new)


def check_structure(m: Machine, by: str, one: Value, other: Value) -> None:
    """A state that the cell gives back in another structure than it got it."""
    if same_structure(m, one, other) is False:
        mine, theirs = flatten(m, one), flatten(m, other)
        kind = "TypeError" if len(mine) == len(theirs) else "ValueError"
        message = "The two structures don't have the same nested structure."
        raise fail_input(m, by, Refusal.ARGUMENT, kind, message)


def static_rnn(m: Machine, a: Arguments) -> Value:
    """``tf.nn.static_rnn(cell, inputs, ...)``."""
    return run_static(m, STATIC.bind(m, "static_rnn", a))


def run_static(m: Machine, g: dict[str, Value]) -> Value:
    """The list of outputs, and the last state."""
    by = "tf.nn.static_rnn"
    check_cell(m, by, "cell", g["cell"])
    steps = steps_of(m, by, g["inputs"])

    def body(entered: Scope) -> Value:
        batch, first = _static_batch(m, by, steps or [])
        state = _initial(m, by, g, batch, [first])
        _check_lengths(m, by, g["sequence_length"])
        if steps is None:
            output, state = called(m, g["cell"], first, state)
            return m.new_list((output,), True), state
        return unrolled(m, entered, g["cell"], steps, state)

    return opened(m, g["scope"], "rnn", body)


def steps_of(m: Machine, by: str, inputs: Value) -> list[Value] | None:
    """The inputs step by step; None where they aren't all known."""
    inputs = needed(m, inputs)
    held = iterate(m, inputs) if is_sequence(inputs) else None
    if held is not None and held.open:
        return None
    known = list(parts(m, inputs) or ()) if held is not None else []
    if known:
        return known
    if held is None and (isinstance(inputs, Unknown) or not _plain(inputs)):
        return None
    if held is not None:
        message = "inputs must not be empty" if old(m) else "Argument `inputs` must not be empty."
        raise fail_input(m, by, Refusal.ARGUMENT, "ValueError", message)
    message = "inputs must be a sequence"
    if not old(m):
        message = f"Argument `inputs` must be a sequence. Received: {value_text(m, inputs)}"
    raise fail_input(m, by, Refusal.ARGUMENT, "TypeError", message)


def _plain(value: Value) -> bool:
    return value is None or isinstance(value, (Tensor, int, float, str))


def _static_batch(m: Machine, by: str, steps: list[Value]) -> tuple[Dim, Tensor]:
    """The batch of the inputs and the first of them; sizes that aren't known are refused."""
    tensors = [matrix(m, one) for step in steps for one in flatten(m, step)]
    if not tensors:
        return UNSEEN, Tensor(m.identity(), "Unpack")
    batch: Dim = None
    for tensor in tensors:
        dims = tensor.shape
        if not isinstance(dims, tuple) or len(dims) < 2:
            return (dims[0] if isinstance(dims, tuple) and dims else UNSEEN), tensors[0]
        try:
            batch = shapes.merge_size(batch, dims[0])
        except ValueError:
            message = f"Dimensions {batch} and {dims[0]} are not compatible"
            raise fail_input(m, by, Refusal.ARGUMENT, "ValueError", message) from None
        if None in dims[1:]:
            of = "inputs" if old(m) else f"input {tensor_text(m, tensor)}"
            message = (
                f"Input size (dimension {dims[1:].index(None)} of {of}) must be accessible via "
                "shape inference, but saw value None."
            )
            raise fail_input(m, by, Refusal.SHAPE_UNDEFINED, "ValueError", message)
    return batch, tensors[0]


def unrolled(m: Machine, entered: Scope, cell: Value, steps: list[Value], state: Value) -> Value:
    """One step after the other; from the second on the scope reuses."""
    outputs: list[Value] = []
    alike = _alike(m, steps)
    for at, step in enumerate(steps):
        if at == 1:
            reuse_variables(m, entered)
        if at >= FEW and alike:
            outputs.append(_again(m, outputs[-1], step))
            state = _again(m, state, step)
            continue
        output, state = called(m, cell, step, state)
        outputs.append(output)
    return m.new_list(outputs), state


def _alike(m: Machine, steps: list[Value]) -> bool:
    """Whether all steps have inputs of one shape and dtype."""
    rows = [[matrix(m, one) for one in flatten(m, step)] for step in steps]
    return len({tuple((one.shape, one.dtype) for one in row) for row in rows}) == 1


def _again(m: Machine, before: Value, step: Value) -> Value:
    """Output or state of a further step, computed from its input and the steps before."""

    def later(one: Value) -> Value:
        if not isinstance(one, Tensor):
            return one
        used = (*tensor_inputs(m, step), one)
        return operation(m, one.op, used, one.shape, one.dtype)

    return map_structure(m, later, before)


SAVING = Signature("cell, inputs, state_saver, state_name, sequence_length=None, scope=None")


def static_state_saving_rnn(m: Machine, a: Arguments) -> Value:
    """``static_state_saving_rnn``: the state comes from an object of the program and goes back."""
    g = SAVING.bind(m, "static_state_saving_rnn", a)
    load, save = (get_attribute(m, g["state_saver"], one) for one in ("state", "save_state"))
    sizes = get_attribute(m, g["cell"], "state_size")
    names = flatten(m, g["state_name"])
    initial = pack(m, sizes, [m.call(load, (name,)) for name in names])
    outputs, state = run_static(m, {**g, "initial_state": initial, "dtype": None})
    for name, leaf in zip(names, flatten(m, state), strict=False):
        m.call(save, (name, leaf))
    return outputs, state


MODELS: dict[str, Model] = {
    "tf.nn.dynamic_rnn": dynamic_rnn,
    "tf.nn.static_rnn": static_rnn,
    "tf.contrib.rnn.static_rnn": static_rnn,
    "tf.nn.static_state_saving_rnn": static_state_saving_rnn,
    "tf.contrib.rnn.static_state_saving_rnn": static_state_saving_rnn,
}
BEFORE_ONE: dict[str, Model] = {
    "tf.nn.rnn": static_rnn,
    "tf.nn.state_saving_rnn": static_state_saving_rnn,
}
