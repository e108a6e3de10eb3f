"""Which variable was probably meant, where the one asked for isn't there."""

from __future__ import annotations

import pytest
from scenes import OFF, Scene, created, refused, reusing

from scopecheck.rules.near_names import How, nearest
from scopecheck.trace import Event, GraphChanged, Refusal, VariableRequested

SCENE = Scene({"a.py": "one two three four five\n"})
ONE, TWO, THREE = (SCENE.at(word) for word in ("one", "two", "three"))


def asked(name: str, scope: str = "net", by: str = "get_variable") -> VariableRequested:
    return refused(name, (TWO,), Refusal.MISSING, reusing(scope, "argument", THREE), by=by)


@pytest.mark.parametrize(
    ("made", "request_", "how"),
    [
        (created("net/kernel", (ONE,)), asked("net/kernels"), How.SIMILAR),
        (created("old_net/w", (ONE,)), asked("net/w"), How.OTHER_SCOPE),
        (created("net/w", (ONE,)), asked("net/w"), How.OTHER_PATH),
        (
            created("dense/kernel", (TWO,), by="tf.layers.dense"),
            asked("dense_1/kernel", "", "tf.layers.dense"),
            How.RENUMBERED,
        ),
    ],
)
def test_how(made: Event, request_: VariableRequested, how: How) -> None:
    near = nearest(SCENE.trace(made, request_), request_)
    assert near is not None
    assert near.how is how


def test_another_graph() -> None:
    request = asked("net/w")
    events = (created("net/w", (ONE,), OFF), GraphChanged(ONE, (ONE,), "new", 1), request)
    near = nearest(SCENE.trace(*events), request)
    assert near is not None
    assert near.how is How.OTHER_GRAPH


def test_nothing_is_near() -> None:
    request = asked("net/w")
    assert nearest(SCENE.trace(created("net/embedding", (ONE,)), request), request) is None
    assert nearest(SCENE.trace(request), request) is None
