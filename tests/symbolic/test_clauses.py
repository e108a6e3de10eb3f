"""What is known of the user's choices where paths that made others have become one."""

from __future__ import annotations

from scopecheck.symbolic.clauses import either, forced
from scopecheck.symbolic.decisions import said
from scopecheck.symbolic.differences import Difference
from scopecheck.symbolic.values import Key, key_of

A, B, C = (key_of(("flag", name)) for name in "abc")
FREE = {A: ("--a", True), B: ("--b", True), C: ("--c", True)}


def _held(*clauses: frozenset[tuple[Key, bool]]) -> dict[object, bool]:
    return {("value", clause): True for clause in clauses}


def test_one_of_two_tests_holds() -> None:
    found = either(FREE, Difference({A: True}, {A: False, B: True}))
    assert found == [frozenset({(A, True), (B, True)})]


def test_a_third_path_widens_what_holds() -> None:
    (clause,) = either(FREE, Difference({A: True}, {A: False, B: True}))
    third = Difference({("value", clause): True}, {A: False, B: False, C: True})
    assert either(FREE, third) == [frozenset({(A, True), (B, True), (C, True)})]


def test_a_test_that_went_either_way_leaves_nothing() -> None:
    assert either(FREE, Difference({A: True}, {A: False})) == []
    assert either(FREE, Difference({}, {A: False, B: True})) == []


def test_what_nobody_chooses_is_left_out() -> None:
    assert either({A: ("--a", True)}, Difference({A: True}, {A: False, B: True})) == []


def test_the_last_test_left_has_one_answer() -> None:
    clause = frozenset({(A, True), (B, True)})
    assert forced({A: False, **_held(clause)}, B, said) is True
    assert forced({A: True, **_held(clause)}, B, said) is None
    assert forced(_held(clause), A, said) is None
    assert forced({A: False, **_held(clause)}, C, said) is None
