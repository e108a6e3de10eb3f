"""The wrappers of ``tf.contrib.rnn``: projections, embedding, attention over the outputs.

Source: tensorflow/contrib/rnn/python/ops/core_rnn_cell.py and rnn_cell.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models.contrib.weights import in_scope
from scopecheck.models.layers.custom_layers import LayerObject, get, put
from scopecheck.models.layers.sizes import size
from scopecheck.models.refusal import refuse_argument
from scopecheck.models.registry import Model, Signature
from scopecheck.models.rnn.cells import CellKind
from scopecheck.models.rnn.kinds import registered, units, unpacked
from scopecheck.models.rnn.linear import CONSTANT, linear, variable
from scopecheck.models.rnn.nest import flatten, is_sequence
from scopecheck.models.rnn.states import matrix
from scopecheck.models.rnn.wrappers import (
    called,
    check_wrapped,
    output_size,
    side_by_side,
    state_size,
    wrapped,
    wrapped_sizes,
    wrapped_zeros,
)
from scopecheck.models.shapes import multiply, spread
from scopecheck.models.store.initial import Initializer
from scopecheck.models.switches import holds
from scopecheck.models.tensors import UNSEEN, Dim, Tensor, operation
from scopecheck.models.world import scope_data
from scopecheck.symbolic.operators import binary
from scopecheck.symbolic.values import Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine


def _project_input(
    m: Machine, cell: LayerObject, inputs: Value, state: Value, extra: dict[str, Value]
) -> Value:
    x = matrix(m, inputs)
    width = units(m, cell, "_num_proj")
    projected = linear(m, cell.cls.name, (x,), width, cell=cell, slot="_linear")
    return called(m, wrapped(m, cell), _active(m, cell, projected), state)


def _active(m: Machine, cell: LayerObject, tensor: Value) -> Value:
    function = get(m, cell, "_activation")
    return tensor if function is None else m.call(function, (tensor,))


def _project_output(
    m: Machine, cell: LayerObject, inputs: Value, state: Value, extra: dict[str, Value]
) -> Value:
    output, new = called(m, wrapped(m, cell), inputs, state)
    width = units(m, cell, "_output_size")
    made = linear(m, cell.cls.name, (matrix(m, output),), width, cell=cell, slot="_linear")
    return _active(m, cell, made), new


def projected_sizes(m: Machine, cell: LayerObject) -> tuple[Value, Value]:
    return state_size(m, wrapped(m, cell)), get(m, cell, "_output_size")


def check_projection(m: Machine, cell: LayerObject) -> None:
    check_wrapped(m, cell)
    width = get(m, cell, "_output_size")
    if isinstance(width, int) and width < 1:
        message = f"Parameter output_size must be > 0: {width}."
        raise refuse_argument(m, cell.cls.name, "ValueError", message)


def _embed(
    m: Machine, cell: LayerObject, inputs: Value, state: Value, extra: dict[str, Value]
) -> Value:
    """``embedding`` in the wrapper's scope, then the cell."""
    return called(m, wrapped(m, cell), embedded_words(m, cell, inputs, state), state)


def embedded_words(m: Machine, cell: LayerObject, inputs: Value, state: Value) -> Tensor:
    """The inputs looked up in ``embedding``, which has the state's dtype."""
    given = get(m, cell, "_initializer")
    initializer = given if given is not None else scope_data(m).initializer
    if initializer is None:
        initializer = Initializer("uniform")
    first = next(iter(flatten(m, state)), None)
    dims = (units(m, cell, "_embedding_classes"), units(m, cell, "_embedding_size"))
    dtype = first.dtype if isinstance(first, Tensor) else None
    table = variable(m, cell.cls.name, "embedding", dims, dtype, initializer)
    words = matrix(m, inputs)
    rows: Dim = multiply(words.shape) if isinstance(words.shape, tuple) else UNSEEN
    return operation(m, "GatherV2", (table, words), (rows, dims[1]), dtype)


def check_embedding(m: Machine, cell: LayerObject) -> None:
    check_wrapped(m, cell)
    pair = [get(m, cell, name) for name in ("_embedding_classes", "_embedding_size")]
    if any(isinstance(one, int) and one <= 0 for one in pair):
        shown = ", ".join(str(one) for one in pair)
        message = f"Both embedding_classes and embedding_size must be > 0: {shown}."
        raise refuse_argument(m, cell.cls.name, "ValueError", message)


def _check_attention(m: Machine, cell: LayerObject) -> None:
    check_wrapped(m, cell)
    inner, length = wrapped(m, cell), get(m, cell, "_attn_length")
    by = cell.cls.name
    if get(m, cell, "_state_is_tuple") is False and is_sequence(state_size(m, inner)):
        message = (
            "Cell returns tuple of states, but the flag state_is_tuple is not set. State size is: …"
        )
        raise refuse_argument(m, by, "ValueError", message)
    if isinstance(length, int) and length <= 0:
        message = f"attn_length should be greater than zero, got {length}"
        raise refuse_argument(m, by, "ValueError", message)
    if get(m, cell, "_attn_size") is None:
        put(m, cell, _attn_size=output_size(m, inner))
    if get(m, cell, "_attn_vec_size") is None:
        put(m, cell, _attn_vec_size=get(m, cell, "_attn_size"))


def _attention_sizes(m: Machine, cell: LayerObject) -> tuple[Value, Value]:
    width, length = get(m, cell, "_attn_size"), get(m, cell, "_attn_length")
    sizes = (state_size(m, wrapped(m, cell)), width, binary(m, "*", width, length))
    if get(m, cell, "_state_is_tuple") is not False:
        return sizes, width
    return binary(m, "+", binary(m, "+", sizes[0], sizes[1]), sizes[2]), width


def _attend(
    m: Machine, cell: LayerObject, inputs: Value, state: Value, extra: dict[str, Value]
) -> Value:
    """A map of the input, the cell, the attention over its last outputs, a map of the output."""
    by, x, whole = cell.cls.name, matrix(m, inputs), get(m, cell, "_state_is_tuple") is False
    width, length = units(m, cell, "_attn_size"), units(m, cell, "_attn_length")
    inner, attended, seen = _taken_apart(m, cell, state, whole)
    given = get(m, cell, "_input_size")
    depth = spread(x.shape, 2)[1] if given is None else size(m, given)
    mixed = linear(m, by, (x, matrix(m, attended)), depth, cell=cell, slot="_linear1")
    output, new = called(m, wrapped(m, cell), mixed, inner)
    query = matrix(m, new) if whole else side_by_side(m, flatten(m, new))
    rows = spread(x.shape, 2)[0]
    focus = in_scope(m, "attention", "", None, lambda: _focus(m, cell, query, seen, rows))

    def project() -> Value:
        pair = (matrix(m, output), focus)
        return linear(m, by, pair, width, cell=cell, slot="_linear2")

    made = in_scope(m, "attn_output_projection", "", None, project)
    kept = operation(m, "Reshape", (seen, made), (None, multiply((width, length))), x.dtype)
    states = (new, focus, kept)
    if not whole:
        return made, states
    return made, side_by_side(m, [matrix(m, one) for one in states])


def _taken_apart(
    m: Machine, cell: LayerObject, state: Value, whole: bool
) -> tuple[Value, Tensor, Tensor]:
    if not whole:
        inner, attended, seen = unpacked(m, cell, state, 3)
        return inner, matrix(m, attended), matrix(m, seen)
    both = matrix(m, state)
    rows = spread(both.shape, 2)[0]
    width, length = units(m, cell, "_attn_size"), units(m, cell, "_attn_length")
    sizes = (size(m, state_size(m, wrapped(m, cell))), width, multiply((width, length)))
    made = [operation(m, "Slice", (both,), (rows, one), both.dtype) for one in sizes]
    return made[0], made[1], made[2]


def _focus(m: Machine, cell: LayerObject, query: Tensor, seen: Tensor, rows: Dim) -> Tensor:
    """``attn_w``, ``attn_v`` and a map of the query."""
    by, width = cell.cls.name, units(m, cell, "_attn_size")
    vector = units(m, cell, "_attn_vec_size")
    made = (
        variable(m, by, "attn_w", (1, 1, width, vector)),
        variable(m, by, "attn_v", (vector,)),
        linear(m, by, (query,), vector, cell=cell, slot="_linear3"),
    )
    return operation(m, "Reshape", (seen, *made), (None, width), query.dtype)


def _highway(
    m: Machine, cell: LayerObject, inputs: Value, state: Value, extra: dict[str, Value]
) -> Value:
    """``HighwayWrapper``: its gates' variables are in the scope around it."""
    by, x = cell.cls.name, matrix(m, inputs)
    output, new = called(m, wrapped(m, cell), inputs, state, **extra)
    depth = spread(x.shape, 2)[-1]
    coupled = holds(m, get(m, cell, "_couple_carry_transform_gates"))
    made: list[Value] = []
    for name in ("carry",) if coupled else ("carry", "transform"):
        made.append(variable(m, by, f"{name}_w", (depth, depth)))
        made.append(variable(m, by, f"{name}_b", (depth,), None, CONSTANT))
    return operation(m, "AddV2", (x, output, *made), x.shape, x.dtype), new


CONTRIB: tuple[CellKind, ...] = (
    CellKind(
        "InputProjectionWrapper",
        Signature("cell, num_proj, activation=None, input_size=None, reuse=None"),
        wrapped_sizes,
        _project_input,
        opens=True,
        check=check_wrapped,
        zero=wrapped_zeros,
        keywords=False,
    ),
    CellKind(
        "OutputProjectionWrapper",
        Signature("cell, output_size, activation=None, reuse=None"),
        projected_sizes,
        _project_output,
        opens=True,
        check=check_projection,
        zero=wrapped_zeros,
        keywords=False,
    ),
    CellKind(
        "EmbeddingWrapper",
        Signature("cell, embedding_classes, embedding_size, initializer=None, reuse=None"),
        wrapped_sizes,
        _embed,
        opens=True,
        check=check_embedding,
        zero=wrapped_zeros,
        keywords=False,
    ),
    CellKind(
        "AttentionCellWrapper",
        Signature(
            "cell, attn_length, attn_size=None, attn_vec_size=None, input_size=None, "
            "state_is_tuple=True, reuse=None"
        ),
        _attention_sizes,
        _attend,
        opens=True,
        check=_check_attention,
        keywords=False,
    ),
    CellKind(
        "HighwayWrapper",
        Signature("cell, couple_carry_transform_gates=True, carry_bias_init=1.0"),
        wrapped_sizes,
        _highway,
        direct=True,
        zero=wrapped_zeros,
        keywords=False,
    ),
)
MODELS: dict[str, Model] = registered(CONTRIB, "tf.contrib.rnn")
