"""The patterns that names of scopes have to match."""

from __future__ import annotations

from dataclasses import replace

import pytest
from predictions import machine

from scopecheck.models.store.scope_names import check_name, enter_names
from scopecheck.models.world import update
from scopecheck.symbolic.values import Raised


@pytest.mark.parametrize("name", ["a", "a/b", "A.b-c_d", "0"])
def test_good_names(name: str) -> None:
    check_name(machine(), name, "variable_scope", nested=False)


@pytest.mark.parametrize(
    ("name", "nested", "version"),
    [("a b", False, "1.15"), ("_a", False, "1.15"), ("a b", True, "2.21"), ("a>b", False, "1.15")],
)
def test_bad_names(name: str, nested: bool, version: str) -> None:
    with pytest.raises(Raised):
        check_name(machine(version), name, "variable_scope", nested)


@pytest.mark.parametrize("version", ["1.15", "2.21"])
def test_at_the_root_of_an_open_entry_only_what_no_scope_can_hold(version: str) -> None:
    m = machine(version)
    m.world = replace(m.world, closed=False, resource=False)
    check_name(m, "_a", "variable_scope", nested=False)
    with pytest.raises(Raised):
        check_name(m, "a b", "variable_scope", nested=False)


def test_a_leading_underscore_is_fine_inside() -> None:
    check_name(machine(), "_a", "variable_scope", nested=True)


def test_a_trailing_slash_enters_again() -> None:
    m = machine()
    assert enter_names(m, "a", "name_scope") == ("a", "a/")
    assert enter_names(m, "a", "name_scope") == ("a_1", "a_1/")
    update(m, stack="b")
    assert enter_names(m, "a/", "name_scope") == ("a", "a/")
    assert enter_names(m, "", "name_scope") == ("", "")
