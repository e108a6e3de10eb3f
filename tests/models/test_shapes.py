"""Shape functions: a size that TensorFlow lacks is None, one that the analysis lacks UNSEEN."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product
from typing import Any

import pytest

from scopecheck.models import shapes
from scopecheck.models.tensors import UNSEEN

U = UNSEEN


@pytest.mark.parametrize(
    ("one", "other", "result"),
    [
        ((2, 3), (3,), (2, 3)),
        ((None, 3), (1, 3), (None, 3)),
        ((None, 3), (2, 1), (2, 3)),
        ((None, 1), (None, 1), (None, 1)),
        ((None,), (U,), (U,)),
        ((U, 3), (2, 3), (2, 3)),
        ((U, 3), (1, 3), (U, 3)),
        ((), (U, None), (U, None)),
        (None, (2,), None),
        (None, U, None),
        (U, (2,), U),
        ((2,), (3,), U),
    ],
)
def test_broadcast(one: Any, other: Any, result: Any) -> None:
    assert shapes.broadcast(one, other) == result
    assert shapes.broadcast(other, one) == result


@pytest.mark.parametrize(
    ("dims", "wanted", "result"),
    [
        ((2, 6), (3, -1), (3, 4)),
        ((None, 6), (-1, 3), (None, 3)),
        ((None, 6), (None, -1), (None, None)),
        ((2, 6), (None, 6), (2, 6)),
        ((2, 6), (None, -1), (None, None)),
        ((U, 6), (-1, 3), (U, 3)),
        ((2, 6), (U, -1), (U, U)),
        ((None, 6), (U, -1), (U, None)),
        (U, (-1, 10), (U, 10)),
        (U, (2, 5), (2, 5)),
        (None, (-1, 10), (None, 10)),
        ((2, 6), None, None),
        ((2, 6), U, U),
        ((2, 6), (5, -1), U),
        ((1,), (), ()),
    ],
)
def test_reshape(dims: Any, wanted: Any, result: Any) -> None:
    assert shapes.reshape(dims, wanted) == result


@pytest.mark.parametrize(
    ("inputs", "axis", "result"),
    [
        ([(2, 3), (4, 3)], 0, (6, 3)),
        ([(None, 3), (4, None)], 0, (None, 3)),
        ([(None, 3), (U, 3)], 0, (None, 3)),
        ([(2, 3), (U, 3)], 0, (U, 3)),
        ([(None, 3), (U, 4)], 1, (U, 7)),
        ([(2, 3), U], 1, (2, U)),
        ([(None, 3), U], 1, (U, U)),
        ([(None, 3), None], 1, (None, None)),
        ([None, None], 1, None),
        ([U, U], 1, U),
        ([(2, 3), (2, 4)], -1, (2, 7)),
        ([(2, 3), (5, 4)], 1, U),
        ([(2, 3), (5, 3)], None, (None, None)),
        ([(2, 3), (5, 3)], U, (U, U)),
        ([(2, 3)], 0, (2, 3)),
    ],
)
def test_concat(inputs: Any, axis: Any, result: Any) -> None:
    assert shapes.concat(inputs, axis) == result


@pytest.mark.parametrize(
    ("one", "other", "result"),
    [
        ((2, 3), (3, 4), (2, 4)),
        ((None, U), (U, 4), (None, 4)),
        ((8, 2, 3), (1, 3, 4), (8, 2, 4)),
        ((2, 3), (5, 4), U),
        ((3,), (3, 4), U),
        (None, (3, 4), None),
        (U, (3, 4), U),
    ],
)
def test_matmul(one: Any, other: Any, result: Any) -> None:
    assert shapes.matmul(one, other) == result


@pytest.mark.parametrize(
    ("size", "kernel", "stride", "padding", "dilation", "result"),
    [
        (28, 5, 1, "SAME", 1, 28),
        (28, 5, 2, "SAME", 1, 14),
        (7, 3, 2, "SAME", 1, 4),
        (28, 5, 2, "VALID", 1, 12),
        (28, 3, 1, "VALID", 2, 24),
        (None, 3, 1, "SAME", 1, None),
        (U, 3, 1, "SAME", 1, U),
        (28, U, 1, "SAME", 1, 28),
        (28, U, 1, "VALID", 1, U),
        (28, None, 1, "VALID", 1, None),
        (28, 3, U, "SAME", 1, U),
        (28, 3, 1, None, 1, U),
        (None, 3, 1, None, 1, None),
        (2, 5, 1, "VALID", 1, U),
    ],
)
def test_conv_out(
    size: Any, kernel: Any, stride: Any, padding: Any, dilation: Any, result: Any
) -> None:
    assert shapes.conv_out(size, kernel, stride, padding, dilation) == result


@pytest.mark.parametrize(
    ("call", "result"),
    [
        (lambda: shapes.reduce((2, 3, 4), (1,)), (2, 4)),
        (lambda: shapes.reduce((2, None, 4), (-1,), keep=True), (2, None, 1)),
        (lambda: shapes.reduce(None, U, everything=True), ()),
        (lambda: shapes.reduce(U, (1,)), U),
        (lambda: shapes.reduce((2, 3), None), None),
        (lambda: shapes.reduce((2, 3), U), U),
        (lambda: shapes.reduce((2, 3), None, keep=True), (None, None)),
        (lambda: shapes.reduce((2, 3), (1,), keep=None), U),
        (lambda: shapes.reduce((2, 3), (5,)), U),
        (lambda: shapes.squeeze((2, 1, 3), ()), (2, 3)),
        (lambda: shapes.squeeze((None, 1, 3), ()), None),
        (lambda: shapes.squeeze((U, 1, 3), ()), U),
        (lambda: shapes.squeeze((None, 1, 3), (1,)), (None, 3)),
        (lambda: shapes.squeeze((2, 3), (1,)), U),
        (lambda: shapes.expand_dims((2, 3), -1), (2, 3, 1)),
        (lambda: shapes.expand_dims((2, 3), None), None),
        (lambda: shapes.expand_dims((2, 3), U), U),
        (lambda: shapes.transpose((2, None, 4), (2, 0, 1)), (4, 2, None)),
        (lambda: shapes.transpose((2, 3), U), (U, U)),
        (lambda: shapes.transpose((2, 3), None), (None, None)),
        (lambda: shapes.transpose(None, (1, 0)), (None, None)),
        (lambda: shapes.tile((2, None), (3, 2)), (6, None)),
        (lambda: shapes.tile((2, U), (U, 2)), (U, U)),
        (lambda: shapes.pad((2, None), [(1, 1), (0, 1)]), (4, None)),
        (lambda: shapes.pad((2, 3), [(0, U), (0, 1)]), (U, 4)),
        (lambda: shapes.gather((10, 4), (None, 3)), (None, 3, 4)),
        (lambda: shapes.gather((10, 4), U), U),
        (lambda: shapes.gather((10, 4), None), None),
        (lambda: shapes.gather_nd((10, 4, 5), (None, 2)), (None, 5)),
        (lambda: shapes.one_hot((None,), 10), (None, 10)),
        (lambda: shapes.one_hot((None,), U), (None, U)),
        (lambda: shapes.boolean_mask((5, 4), (5,), 0), (None, 4)),
        (lambda: shapes.slice_sizes((5, None), (1, 0), (-1, 2)), (4, 2)),
        (lambda: shapes.slice_sizes((5, None), (U, 0), (-1, -1)), (U, None)),
        (lambda: shapes.stack([(None, 3), (2, None)], 0), (2, 2, 3)),
        (lambda: shapes.stack([(None, 3), (U, 3)], 1), (U, 2, 3)),
        (lambda: shapes.split((None, 6), 1, count=3), (None, 2)),
        (lambda: shapes.split((None, 6), 1, size=4), (None, 4)),
        (lambda: shapes.split((None, 6), 1, count=4), U),
        (lambda: shapes.deconv_out(7, 5, 2, "SAME"), 14),
        (lambda: shapes.deconv_out(7, 5, 2, "VALID"), 17),
    ],
)
def test_result(call: Callable[[], Any], result: Any) -> None:
    assert call() == result


def told(result: Any) -> list[Any]:
    return list(result) if isinstance(result, tuple) else [result]


@pytest.mark.parametrize("function", [shapes.broadcast, shapes.merge, shapes.reshape])
def test_what_is_hidden_never_turns_to_none(function: Callable[[Any, Any], Any]) -> None:
    """With any size hidden, each result is the one without, or UNSEEN."""
    sizes = (1, 2, 4, None)
    for one, other in product(product(sizes, repeat=2), repeat=2):
        whole = function(one, other)
        if whole is U:
            continue
        for hidden in product((False, True), repeat=4):
            both = [U if h else size for size, h in zip(one + other, hidden, strict=True)]
            partial = function(tuple(both[:2]), tuple(both[2:]))
            if partial is not U:
                pairs = zip(told(whole), told(partial), strict=True)
                assert all(mine is U or mine == size for size, mine in pairs), (one, other, both)
