"""One finding for each cause, over many traces."""

from __future__ import annotations

from dataclasses import replace

from scenes import Scene, refused

from scopecheck.rules import check_trace, merge
from scopecheck.rules.fingerprints import stamp
from scopecheck.trace import Refusal

SCENE = Scene({"a.py": "one two\nthree\n"})
ONE, THREE = SCENE.at("one", "f"), SCENE.at("three", "f")
(FINDING,) = check_trace(SCENE.trace(refused("v", (ONE,), Refusal.EXISTS)))


def test_the_way_without_conditions_is_told() -> None:
    conditional = replace(FINDING, when="x is True")
    assert merge([conditional, FINDING]) == [FINDING]
    assert merge([FINDING, conditional]) == [FINDING]


def test_two_conditions_are_joined() -> None:
    one, other = replace(FINDING, when="x is True"), replace(FINDING, when="x is False")
    assert [found.when for found in merge([one, other, one])] == ["x is True or x is False"]


def test_findings_are_in_the_order_of_the_file() -> None:
    later = replace(FINDING, site=THREE)
    assert merge([later, FINDING]) == [FINDING, later]


def test_fingerprints_survive_moved_lines_and_tell_twins_apart() -> None:
    moved = replace(FINDING, site=replace(ONE, line=40))
    twin = replace(FINDING, site=THREE)
    first, second = stamp([FINDING, twin])
    assert stamp([moved])[0].fingerprint == first.fingerprint != second.fingerprint
    assert len(first.fingerprint) == 32
    assert stamp([replace(FINDING, variable="w")])[0].fingerprint != first.fingerprint
