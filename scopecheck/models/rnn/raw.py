"""``raw_rnn``: a loop whose inputs and outputs a function of the program decides.

Source: tensorflow/python/ops/rnn.py, ``raw_rnn``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models.layers.refusals import fail_input
from scopecheck.models.refusal import refuse_argument
from scopecheck.models.registry import Model, Signature
from scopecheck.models.rnn.checks import check_cell
from scopecheck.models.rnn.loops import check_structure
from scopecheck.models.rnn.nest import is_sequence, map_structure, parts
from scopecheck.models.rnn.scopes import in_loop, left_loop, loop_variables, opened
from scopecheck.models.rnn.states import matrix, size_dims
from scopecheck.models.rnn.wrappers import called, output_size
from scopecheck.models.tensor_arrays import filled
from scopecheck.models.tensors import Tensor, operation
from scopecheck.models.world import Scope
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.values import Value
from scopecheck.trace import Refusal

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine

RAW = Signature("cell, loop_fn, parallel_iterations=None, swap_memory=False, scope=None")


def raw_rnn(m: Machine, a: Arguments) -> Value:
    """``tf.nn.raw_rnn(cell, loop_fn, ...)``: ``loop_fn`` is called twice while it is built."""
    g = RAW.bind(m, "raw_rnn", a)
    check_cell(m, "tf.nn.raw_rnn", "cell", g["cell"])
    if g["loop_fn"] is None or isinstance(g["loop_fn"], (int, str, Tensor)):
        raise refuse_argument(m, "tf.nn.raw_rnn", "TypeError", "loop_fn must be a callable")

    def body(entered: Scope) -> Value:
        time = operation(m, "Const", (), (), "int32")
        first = _five(m, m.call(g["loop_fn"], (time, None, None, None)))
        return _loop(m, g, time, first)

    return opened(m, g["scope"], "rnn", body)


def _five(m: Machine, result: Value) -> tuple[Value, ...]:
    """What ``loop_fn`` gives: finished, input, state, output, loop state."""
    result = needed(m, result)
    held = parts(m, result) if is_sequence(result) else None
    if held is None or len(held) != 5:
        return tuple(m.unknown("a part of loop_fn's result") for _ in range(5))
    return held


def _loop(m: Machine, g: dict[str, Value], time: Tensor, first: tuple[Value, ...]) -> Value:
    _, inputs, start, emitted, loop_state = first
    state = map_structure(m, lambda one: matrix(m, one), start)

    def body() -> Value:
        inside = loop_variables(m, (inputs, state, loop_state))
        output, new = called(m, g["cell"], inside[0], inside[1])
        check_structure(m, "tf.nn.raw_rnn", state, new)
        later = operation(m, "AddV2", (time,), (), "int32")
        return output, _five(m, m.call(g["loop_fn"], (later, output, new, inside[2])))

    output, (_, _, new, emit, new_loop) = in_loop(m, body)
    kept = _emitted(m, g["cell"], emitted, emit, output)
    arrays = map_structure(m, lambda one: filled(m, matrix(m, one)), kept)
    last = None if loop_state is None else new_loop if new_loop is not None else loop_state
    return arrays, left_loop(m, state, new), last


def _emitted(m: Machine, cell: Value, structure: Value, emit: Value, output: Value) -> Value:
    """What is kept of every step: what ``loop_fn`` emits, else the cell's output.

    Where its first call emits nothing, every step emits what has the cell's output size.
    """
    if emit is None:
        return output if structure is None else structure
    if structure is None:
        map_structure(m, lambda size, one: _check_emit(m, size, one), output_size(m, cell), emit)
    return emit


def _check_emit(m: Machine, wanted: Value, emit: Value) -> None:
    rest = size_dims(m, wanted)
    dims = emit.shape[1:] if isinstance(emit, Tensor) and isinstance(emit.shape, tuple) else ()
    for at, (one, other) in enumerate(zip(rest or (), dims, strict=False), 1):
        if isinstance(one, int) and isinstance(other, int) and one != other:
            message = (
                f"Dimension {at} in both shapes must be equal, but are {one} and {other}. "
                "Shapes are …"
            )
            raise fail_input(m, "tf.nn.raw_rnn", Refusal.ARGUMENT, "ValueError", message)


MODELS: dict[str, Model] = {"tf.nn.raw_rnn": raw_rnn}
