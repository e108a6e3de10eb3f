"""SCO201's silent forms, and the programs that mean what they do."""

from __future__ import annotations

from dataclasses import replace

from scenes import OFF, Scene, created, entered, reusing, switched

from scopecheck.rules import check_trace
from scopecheck.trace import NameScope, Reuse, ScopeState, VariableRequested

SCENE = Scene({"a.py": "one two three four five six seven\n"})
ONE, TWO, THREE, FOUR = (SCENE.at(word) for word in ("one", "two", "three", "four"))
HELLO = (NameScope("hello", ONE),)
AUTO = ScopeState("d", Reuse.AUTO)


def shared(request: VariableRequested, site_path: tuple[object, ...]) -> VariableRequested:
    path = tuple(site_path)
    return replace(request, outcome="shared", path=path, site=path[-1])


def test_one_finding_for_one_name_scope() -> None:
    requests = [created(name, (TWO,), name_scopes=HELLO) for name in ("w", "b")]
    (finding,) = check_trace(SCENE.trace(*requests))
    assert finding.variables == ("w", "b")
    assert finding.severity.value == "warning"


def test_towers_that_share_are_silent() -> None:
    request = created("w", (TWO,), name_scopes=HELLO)
    assert check_trace(SCENE.trace(request, switched((THREE,), ""))) == []
    reopened = entered((THREE,), reusing("", "argument", THREE), Reuse.ON)
    assert check_trace(SCENE.trace(request, reopened)) == []


def test_reuse_of_another_scope_does_not_silence() -> None:
    request = created("w", (TWO,), name_scopes=HELLO)
    other = entered((THREE,), reusing("other", "argument", THREE), Reuse.ON)
    assert [one.code for one in check_trace(SCENE.trace(request, other))] == ["SCO201"]


def test_layers_are_silent() -> None:
    request = created("dense/kernel", (TWO,), OFF, by="tf.layers.dense", name_scopes=HELLO)
    assert check_trace(SCENE.trace(request)) == []


def test_two_lines_of_one_block_share_by_accident() -> None:
    first = created("d/w", (TWO,), AUTO, name_scopes=HELLO)
    again = replace(shared(first, (THREE,)), name_scopes=(NameScope("bye", FOUR),))
    trace = SCENE.trace(entered((ONE,), AUTO, Reuse.AUTO), first, again)
    (finding,) = check_trace(trace)
    assert (finding.code, finding.severity.value, finding.site) == ("SCO201", "warning", THREE)


def test_one_line_called_under_two_name_scopes_shares_on_purpose() -> None:
    first = created("d/w", (ONE, TWO), AUTO, name_scopes=HELLO)
    again = replace(shared(first, (THREE, TWO)), name_scopes=(NameScope("bye", FOUR),))
    assert check_trace(SCENE.trace(entered((ONE,), AUTO, Reuse.AUTO), first, again)) == []
