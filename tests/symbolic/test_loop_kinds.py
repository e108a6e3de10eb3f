"""Which loops go over a collection, so that they end with it; what their later passes get."""

from __future__ import annotations

import ast
from types import SimpleNamespace
from typing import Any

import pytest

from scopecheck.symbolic.lower.later import later_item
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


@pytest.mark.parametrize(
    ("first", "expected"), [([], "unknown"), ([None], None), (["a", "b"], "b"), ([()], ())]
)
def test_what_a_later_pass_gets_is_unknown_if_no_pass_was_seen(
    first: list[Any], expected: Any
) -> None:
    machine: Any = SimpleNamespace(unknown=lambda *words, **kinds: "unknown")
    assert later_item(machine, first, (), 0) == expected
