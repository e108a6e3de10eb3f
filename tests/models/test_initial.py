"""What constants and initializers say about shape and dtype."""

from __future__ import annotations

import pytest
from predictions import machine

from scopecheck.models.store.initial import (
    Constant,
    Initializer,
    constant_of,
    dtype_name,
    is_callable,
)
from scopecheck.models.store.partitioners import Partitioner
from scopecheck.models.tensors import UNSEEN, DType
from scopecheck.symbolic.values import BuiltinType, Unknown


@pytest.mark.parametrize(
    ("value", "constant"),
    [
        (1.0, Constant((), "float32")),
        (1, Constant((), "int32")),
        (True, Constant((), "bool")),
        ("a", Constant((), "string")),
        ((1.0, 2), Constant((2,), "float32")),
        (((1, 2, 3),), Constant((1, 3), "int32")),
        (Unknown(("x",)), Constant(UNSEEN, None)),
        (None, None),
    ],
)
def test_constants(value: object, constant: Constant | None) -> None:
    assert constant_of(machine(), value) == constant


def test_what_can_be_called() -> None:
    m = machine()
    assert is_callable(m, Initializer("zeros"))
    assert is_callable(m, Partitioner("fixed_size_partitioner", (2, 0)))
    assert is_callable(m, 1.0) is False
    assert is_callable(m, Unknown(("x",))) is None


def test_dtypes_in_any_form() -> None:
    m = machine()
    forms = (DType("float64"), BuiltinType(float), "int32_ref", "half", "no such")
    assert [dtype_name(m, form) for form in forms] == [
        "float64",
        "float32",
        "int32",
        "float16",
        None,
    ]
