"""Unique operation names, and names of which a part is not known."""

from __future__ import annotations

from predictions import machine

from scopecheck.models import naming
from scopecheck.models.world import update
from scopecheck.symbolic.values import Text, Unknown


def test_a_name_in_use_gets_the_smallest_free_number() -> None:
    m = machine()
    names = [naming.unique_name(m, name) for name in ("w", "w_1", "w", "w", "W")]
    assert names == ["w", "w_1", "w_2", "w_3", "W_4"]


def test_the_name_scope_is_put_before() -> None:
    m = machine()
    update(m, stack="a")
    assert naming.unique_name(m, "w") == "a/w"
    assert naming.unique_name(m, "w", root=True) == "w"


def test_an_unknown_part_keeps_its_place() -> None:
    m = machine()
    text = Text(("fc_", Unknown(("k",), "k", kind="int"), "/w"))
    encoded = naming.encode(m, text)
    assert encoded is not None
    assert naming.shown(encoded) == "fc_…/w"
    assert naming.decode(m, encoded) == text
    assert naming.may_equal(encoded, "fc_3/w")
    assert not naming.may_equal(encoded, "fc_3/b")


def test_operations_without_a_modelled_default_name_have_none() -> None:
    m = machine()
    assert naming.op_name(m, None, "MatMul") == "MatMul"
    assert naming.op_name(m, None, "SomethingElse") is None
