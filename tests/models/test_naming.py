"""Unique operation names, and names of which a part is not known."""

from __future__ import annotations

import pytest
from predictions import machine

from scopecheck.models import naming
from scopecheck.models.world import update
from scopecheck.symbolic import text
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
    name = Text(("fc_", Unknown(("k",), "k", kind="int"), "/w"))
    encoded = naming.encode(m, name)
    assert encoded is not None
    assert naming.shown(encoded) == "fc_…/w"
    assert naming.decode(m, encoded) == name
    assert naming.may_equal(encoded, "fc_3/w")
    assert not naming.may_equal(encoded, "fc_3/b")


def test_names_that_read_the_same_are_told_apart() -> None:
    m = machine()
    one, other = (naming.mark_unknown(m, Unknown((key,), key)) for key in ("a", "b"))
    told = [naming.told(m, name) for name in (f"{one}/w", f"{other}/w", f"{one}/w", "w")]
    assert told == ["…/w", "……/w", "…/w", "w"]


def test_operations_without_a_modelled_default_name_have_none() -> None:
    m = machine()
    assert naming.op_name(m, None, "MatMul") == "MatMul"
    assert naming.op_name(m, None, "SomethingElse") is None


NUMBER = Unknown(("digits", "n"), "n", kind="str")
WORD = Unknown(("str", "s"), "s", kind="str")
OTHER = Unknown(("str", "t"), "t", kind="str")


@pytest.mark.parametrize(
    ("one", "other", "may"),
    [
        (("d_", NUMBER, "_w"), ("g_", NUMBER, "_w"), False),
        (("d_", NUMBER, "_w"), ("d_", NUMBER, "_b"), False),
        (("d_", NUMBER, "_w"), ("d_", NUMBER, "_out_w"), False),
        (("d_", WORD, "_w"), ("d_", NUMBER, "_out_w"), True),
        (("d_", WORD), (OTHER, "_w"), True),
        (("d_", NUMBER), ("d_12",), True),
        (("d_", NUMBER), ("d_x",), False),
    ],
)
def test_names_with_unknown_parts_that_may_be_equal(
    one: tuple[str | Unknown, ...], other: tuple[str | Unknown, ...], may: bool
) -> None:
    m = machine()
    names = [naming.encode(m, Text(parts)) or "" for parts in (one, other)]
    assert naming.may_equal(*names) is may
    assert naming.may_equal(*reversed(names)) is may


@pytest.mark.parametrize(
    ("parts", "item", "held", "begun", "ended"),
    [
        (("d_", NUMBER, "_w:0"), "d_", True, True, False),
        (("d_", NUMBER, "_w:0"), "g_", False, False, False),
        (("d_", NUMBER, "_w:0"), "_w:0", True, False, True),
        (("d_", NUMBER, "_w:0"), "d_1", None, None, False),
        (("d_", WORD, "_w:0"), "d_1", None, None, False),
        (("d_", WORD, "_w:0"), "g_", None, False, False),
        ((WORD, "_w:0"), "g_", None, None, False),
        ((NUMBER, "_w"), "g_", False, False, False),
        (("d_", NUMBER), "x", False, False, False),
    ],
)
def test_what_is_known_of_a_string_with_an_unknown_part(
    parts: tuple[str | Unknown, ...],
    item: str,
    held: bool | None,
    begun: bool | None,
    ended: bool | None,
) -> None:
    whole = Text(parts)
    assert (text.holds(whole, item), text.begins(whole, item)) == (held, begun)
    assert text.ends(whole, item) is ended
