"""Shapes, tensors and variables as TensorFlow prints them."""

from __future__ import annotations

from dataclasses import replace

from predictions import machine

from scopecheck.models.graph_collections import GLOBAL
from scopecheck.models.messages import shape_text, tensor_text, variable_text
from scopecheck.models.store.variables import make_variable
from scopecheck.models.tensors import UNSEEN, Tensor


def test_shapes() -> None:
    m = machine()
    assert shape_text(m, (2, None)) == "(2, ?)"
    assert shape_text(m, (3,)) == "(3,)"
    assert shape_text(m, None) == "<unknown>"
    assert shape_text(m, (2, UNSEEN)) == "(2, …)"
    m.world = replace(m.world, tensorshape_v2=True)
    assert shape_text(m, (2, None)) == "(2, None)"


def test_tensors() -> None:
    m = machine()
    assert tensor_text(m, Tensor(("t",), "Sum", (), None, "float32", "s")) == (
        'Tensor("s:0", dtype=float32)'
    )


def test_variables() -> None:
    m = machine()
    w = make_variable(m, "w", "w", (2,), "float32", True, "get_variable", (GLOBAL,))
    assert variable_text(m, w) == "<tf.Variable 'w:0' shape=(2,) dtype=float32_ref>"
