"""Signatures bind arguments, and say what Python says where they don't fit."""

from __future__ import annotations

import pytest
from predictions import machine, raised

from scopecheck.models.registry import Signature
from scopecheck.symbolic.calls import Arguments
from scopecheck.symbolic.mismatch import mismatch


def test_a_signature_fills_in_defaults() -> None:
    given = Signature("name, shape=None, strides=1").bind(machine(), "f", Arguments(("w",)))
    assert given == {"name": "w", "shape": None, "strides": 1}


@pytest.mark.parametrize(
    ("args", "kwargs", "words"),
    [
        ((), {}, "missing 2 required positional arguments: 'a' and 'b'"),
        ((1,), {}, "missing 1 required positional argument: 'b'"),
        ((1, 2), {"d": 3}, "got an unexpected keyword argument 'd'"),
        ((1, 2), {"a": 3}, "got multiple values for argument 'a'"),
        ((1, 2, 3, 4), {}, "takes from 2 to 3 positional arguments but 4 were given"),
        ((1, 2), {}, None),
    ],
)
def test_what_python_says(args: tuple[int, ...], kwargs: dict[str, int], words: str) -> None:
    assert mismatch(["a", "b", "c"], 1, Arguments(args, kwargs)) == words


def test_a_call_that_does_not_fit_is_told() -> None:
    assert raised("tf.get_variable('w', [1], reuse=True)\n") == (
        "TypeError: get_variable() got an unexpected keyword argument 'reuse'"
    )
