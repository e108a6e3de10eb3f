"""Which rule speaks about a refused request."""

from __future__ import annotations

import pytest
from scenes import OFF, Scene, created, entered, refused, reusing, switched, variable

from scopecheck.rules import check_trace
from scopecheck.trace import Event, NameScope, Refusal, Reuse, ScopeState, VariableRequested

SCENE = Scene({"a.py": "one two three four five six seven\n"})
ONE, TWO, THREE, FOUR = (SCENE.at(word) for word in ("one", "two", "three", "four"))
BY_CALL = reusing("foo", "reuse_variables", TWO)
ROOT_CALL = reusing("foo", "reuse_variables", TWO, "")
OPENED = reusing("foo", "argument", TWO)
FOO = ScopeState("foo", Reuse.OFF)


def codes(*events: Event, closed: bool = True) -> list[str]:
    return [finding.code for finding in check_trace(SCENE.trace(*events, closed=closed))]


@pytest.mark.parametrize(
    ("request_", "code"),
    [
        (refused("foo/v", (ONE,), Refusal.EXISTS, in_the_way=variable("foo/v", (TWO,))), "SCO101"),
        (refused("foo/v", (ONE,), Refusal.MISSING, OPENED), "SCO102"),
        (
            refused("foo/v", (ONE,), Refusal.MISSING, OPENED, plain=variable("foo/v", (TWO,))),
            "SCO103",
        ),
        (refused("foo/v", (ONE,), Refusal.SHAPE), "SCO104"),
        (refused("foo/v", (ONE,), Refusal.DTYPE), "SCO105"),
        (refused("foo/v", (ONE,), Refusal.SHAPE_UNDEFINED), "SCO106"),
        (refused("foo/v/Adam/", (ONE,), Refusal.MISSING, OPENED, purpose="slot"), "SCO107"),
        (refused("foo/v/E/", (ONE,), Refusal.MISSING, ROOT_CALL, purpose="average"), "SCO107"),
        (refused("foo/v/Adam/", (ONE,), Refusal.EXISTS, FOO, purpose="slot"), "SCO101"),
        (refused("foo/v", (ONE,), Refusal.ARGUMENT), "SCO108"),
        (refused("foo/v", (ONE,), Refusal.MISSING, ROOT_CALL), "SCO204"),
    ],
)
def test_one_rule_speaks(request_: VariableRequested, code: str) -> None:
    assert codes(request_) == [code]


def test_slots_come_before_tf_variable() -> None:
    plain = variable("foo/v", (TWO,))
    request = refused(
        "foo/v/Adam/", (ONE,), Refusal.MISSING, ROOT_CALL, purpose="slot", plain=plain
    )
    assert codes(request) == ["SCO107"]


def test_tf_variable_comes_before_a_leak() -> None:
    plain = variable("foo/v", (TWO,))
    assert codes(refused("foo/v", (ONE,), Refusal.MISSING, ROOT_CALL, plain=plain)) == ["SCO103"]


def test_name_scopes_come_before_a_collision() -> None:
    made = created("v", (TWO,), name_scopes=(NameScope("a", TWO),))
    request = refused(
        "v", (ONE,), Refusal.EXISTS, in_the_way=made.variable, name_scopes=(NameScope("b", THREE),)
    )
    assert codes(made, request) == ["SCO201"]


def test_the_same_name_scope_is_a_plain_collision() -> None:
    scope = (NameScope("a", TWO),)
    made = created("v", (TWO,), name_scopes=scope)
    request = refused("v", (ONE,), Refusal.EXISTS, in_the_way=made.variable, name_scopes=scope)
    assert "SCO101" in codes(made, request)


def test_a_handled_error_is_no_finding() -> None:
    assert codes(refused("foo/v", (ONE,), Refusal.EXISTS, handled=True)) == []


def test_a_switch_in_the_same_block_is_plain() -> None:
    """``with variable_scope("foo") as s: s.reuse_variables(); get_variable("new")``."""
    request = refused("foo/new", (THREE,), Refusal.MISSING, BY_CALL)
    assert codes(entered((ONE,), FOO), switched((TWO,), "foo"), request) == ["SCO102"]


def test_a_switch_after_creations_in_the_same_block_leaks() -> None:
    """A recurrent loop switches the open scope; what comes after it cannot be created."""
    request = refused("foo/new", (THREE,), Refusal.MISSING, BY_CALL)
    events = (entered((ONE,), FOO), created("foo/v", (FOUR,), FOO), switched((TWO,), "foo"))
    assert codes(*events, request) == ["SCO204"]


def test_a_switch_in_another_call_leaks() -> None:
    request = refused("foo/new", (FOUR, THREE), Refusal.MISSING, BY_CALL)
    assert codes(entered((ONE, TWO), FOO), switched((ONE, TWO), "foo"), request) == ["SCO204"]


def test_a_switched_scope_that_is_opened_again_leaks() -> None:
    request = refused("foo/new", (FOUR,), Refusal.MISSING, BY_CALL)
    events = (entered((ONE,), FOO), switched((TWO,), "foo"), entered((THREE,), BY_CALL))
    assert codes(*events, request) == ["SCO204"]


def test_what_a_caller_could_change_is_said() -> None:
    request = refused(
        "v", (ONE,), Refusal.EXISTS, OFF, when=("x is True", "y is False"), certain=False
    )
    (finding,) = check_trace(SCENE.trace(request, closed=False))
    assert finding.when == "x is True and y is False and unless the caller's scope reuses"
