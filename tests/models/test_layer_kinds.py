"""Static shapes of layers, and how they refuse an input."""

from __future__ import annotations

import pytest
from predictions import raised

from scopecheck.models.layers.sizes import transposed, window


@pytest.mark.parametrize(
    ("length", "kernel", "stride", "padding", "size"),
    [
        (8, 3, 1, "valid", 6),
        (8, 3, 2, "same", 4),
        (None, 3, 1, "valid", None),
        (2, 3, 1, "valid", 0),
    ],
)
def test_windows(length: int, kernel: int, stride: int, padding: str, size: int) -> None:
    assert window(length, kernel, stride, padding) == size


def test_transposed_windows() -> None:
    assert transposed(4, 3, 2, "same") == 8
    assert transposed(4, 3, 2, "valid") == 9


@pytest.mark.parametrize(
    ("version", "message"),
    [
        ("1.15", "The last dimension of the inputs to `Dense` should be defined. Found `None`."),
        ("2.21", "Found None. Full input shape received: (?, ?)"),
    ],
)
def test_an_unknown_last_dimension(version: str, message: str) -> None:
    program = "tf.layers.dense(tf.placeholder(tf.float32, [None, None]), 1)\n"
    assert raised(program, version).endswith(message)
