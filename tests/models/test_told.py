"""What a call's arguments and results hold, told after the call has ended."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import immutables
import pytest

from scopecheck.models.told import tensors_in
from scopecheck.symbolic.choices import Choice
from scopecheck.symbolic.values import DictRef, Instance, Items, ListRef, Table, Unknown

TEST, ONE, OTHER = (Unknown((name,), name) for name in ("test", "one", "other"))


@pytest.mark.parametrize(
    ("value", "contents"),
    [
        (ListRef(1), Choice(TEST, Items((ONE,)), Items((OTHER,)))),
        (DictRef(1), Choice(TEST, Table({"a": ONE}), Table({"a": OTHER}))),
        (Instance(1, None), immutables.Map({"a": Choice(TEST, ONE, OTHER)})),  # type: ignore[arg-type]
    ],
)
def test_both_ways_are_told_and_no_path_is_split(value: Any, contents: Any) -> None:
    path: Any = SimpleNamespace(heap={1: contents})  # it can neither choose nor decide
    assert tensors_in(path, (value,)) == (ONE, OTHER)
