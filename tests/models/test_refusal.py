"""Refused arguments: the event, and the exception to raise."""

from __future__ import annotations

from predictions import machine

from scopecheck.models.refusal import refuse_argument, traced_shape
from scopecheck.models.tensors import UNSEEN
from scopecheck.trace import ArgumentRefused


def test_a_refusal_is_an_event_and_an_exception() -> None:
    m = machine()
    error = refuse_argument(m, "variable_scope", "ValueError", "no", "a").error
    event = m.trace[0][0]
    assert isinstance(event, ArgumentRefused)
    assert (event.function, event.error.message, event.name) == ("variable_scope", "no", "a")
    assert error.event is event


def test_an_unseen_size_is_told_as_unknown() -> None:
    assert traced_shape((2, UNSEEN, None)) == (2, None, None)
    assert traced_shape(UNSEEN) is None
