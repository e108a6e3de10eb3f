"""What a trace tells about the time before an event."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from scopecheck.trace import (
    Event,
    ReuseSource,
    ReuseSwitched,
    ScopeEntered,
    Trace,
    Variable,
    VariableRequested,
)


def before(trace: Trace, event: Event) -> Iterator[Event]:
    """The events earlier than this one, in order."""
    return itertools.takewhile(lambda other: other is not event, trace.events)


def opening(trace: Trace, request: VariableRequested) -> ScopeEntered | None:
    """The ``with variable_scope(...)`` that surrounds a request most closely.

    A layer's own scope is no ``with`` of the program: it may name a scope further out.
    """
    found: ScopeEntered | None = None
    for event in before(trace, request):
        if (
            isinstance(event, ScopeEntered)
            and _encloses(event, request)
            and (found is None or len(event.scope.name) >= len(found.scope.name))
        ):
            found = event
    return found


def reopening(trace: Trace, request: VariableRequested) -> ScopeEntered | None:
    """The outermost surrounding scope opened since the variable in the way was made.

    This is where a second call of a network begins, and where reuse has to be asked for.
    """
    opened = {
        event.scope.name: event
        for event in _since(trace, request)
        if isinstance(event, ScopeEntered) and _encloses(event, request)
    }
    opened.pop("", None)
    return opened[min(opened, key=len)] if opened else None


def renumbering(trace: Trace, request: VariableRequested) -> ScopeEntered | None:
    """The last scope opened since the variable in the way was made that has its name inside.

    Leaving such a scope makes TensorFlow number the default names in it from the start.
    """
    found: ScopeEntered | None = None
    for event in _since(trace, request):
        if isinstance(event, ScopeEntered) and event.scope.name not in ("", request.scope.name):
            if surrounds(event.scope.name, request.scope.name):
                found = event
    return found


def _since(trace: Trace, request: VariableRequested) -> Iterator[Event]:
    """The events from the creation of the variable in the way on."""
    return itertools.dropwhile(
        lambda event: (
            not (
                isinstance(event, VariableRequested)
                and event.outcome == "created"
                and event.variable == request.variable
            )
        ),
        before(trace, request),
    )


def switch(trace: Trace, request: VariableRequested) -> ReuseSwitched | None:
    """The reuse_variables() call that the request's reuse comes from."""
    source = request.scope.source
    if source is None or source.kind != "reuse_variables":
        return None
    found: ReuseSwitched | None = None
    for event in before(trace, request):
        if isinstance(event, ReuseSwitched) and _is_source(event, source):
            found = event
    return found


def created(trace: Trace, request: VariableRequested) -> list[Variable]:
    """The variables that get_variable and the like had created by then."""
    return [
        event.variable
        for event in before(trace, request)
        if isinstance(event, VariableRequested)
        and event.outcome == "created"
        and event.variable is not None
    ]


def surrounds(outer: str, inner: str) -> bool:
    """Is the scope named ``outer`` the scope ``inner``, or one around it?"""
    return outer == "" or inner == outer or inner.startswith(outer + "/")


def _encloses(event: ScopeEntered, request: VariableRequested) -> bool:
    """Was the scope opened by a ``with`` on the way to the request, as far as one can tell?"""
    return (
        event.site != request.site
        and surrounds(event.scope.name, request.scope.name)
        and event.path[:-1] == request.path[: len(event.path) - 1]
        and not (event.library and event.path != request.path[: len(event.path)])
    )


def _is_source(event: ReuseSwitched, source: ReuseSource) -> bool:
    return event.site == source.site and event.scope == source.scope
