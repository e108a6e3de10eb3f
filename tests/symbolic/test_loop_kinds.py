"""Which loops go over a collection, so that they end with it."""

from __future__ import annotations

import ast

import pytest

from scopecheck.symbolic.lower.loops import over_items


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("layers", True),
        ("enumerate(layers)", True),
        ("arrays.items()", True),
        ("arrays.iteritems()", True),
        ("six.iteritems(arrays)", True),
        ("iteritems(arrays)", True),
        ("range(10)", False),
        ("count()", False),
        ("step < 10", False),
    ],
)
def test_a_loop_over_a_collection_is_told_from_one_that_counts(head: str, expected: bool) -> None:
    assert over_items(ast.parse(head, mode="eval").body) is expected
