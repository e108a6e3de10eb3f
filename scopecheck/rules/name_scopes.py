"""Requests that a name_scope surrounds and does not name."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from scopecheck.rules.history import opening, surrounds
from scopecheck.trace import (
    NameScope,
    Reuse,
    ReuseSwitched,
    ScopeEntered,
    Site,
    Trace,
    VariableRequested,
)


@dataclass(frozen=True, slots=True)
class Ignored:
    """One name_scope (the outermost) and the creations inside it, in order."""

    opened: NameScope
    requests: tuple[VariableRequested, ...]


def ignored(trace: Trace) -> list[Ignored]:
    """The name scopes under which get_variable creates, where reuse is never asked for.

    Inside a variable_scope a name_scope is taken to be there for the graph's looks, and so it
    is round counters: nobody filters by name what isn't trained. A name that begins like the
    scope's has its prefix by hand. What a recursion repeats is told once.
    """
    groups: dict[Site, list[VariableRequested]] = {}
    asked = _scopes_asked_to_reuse(trace)
    for request in trace.of(VariableRequested):
        repeated = len(set(request.path)) < len(request.path)
        if _is_plain_creation(request) and not repeated and not _surrounded(request, asked):
            groups.setdefault(request.name_scopes[0].site, []).append(request)
    return [
        Ignored(group[0].name_scopes[0], tuple(group))
        for group in groups.values()
        if any(request.variable and request.variable.trainable for request in group)
    ]


def shared_across(trace: Trace) -> Iterator[VariableRequested]:
    """Requests that share, under AUTO_REUSE, what another name_scope of one block made.

    Only two lines of one call of a function count: towers and networks that are called
    twice share on purpose.
    """
    for request in trace.of(VariableRequested):
        made = request.variable
        if (
            request.outcome == "shared"
            and request.scope.reuse is Reuse.AUTO
            and made is not None
            and made.site != request.site
            and made.path[:-1] == request.path[:-1]
            and made.name_scopes
            and request.name_scopes
            and _openers(made.name_scopes) != _openers(request.name_scopes)
            and _in_one_block(trace, request)
        ):
            yield request


def _in_one_block(trace: Trace, request: VariableRequested) -> bool:
    """Was the variable made since the scope in force was opened?"""
    block = opening(trace, request)
    since = itertools.dropwhile(lambda event: event is not block, trace.events)
    return any(
        isinstance(event, VariableRequested)
        and event.outcome == "created"
        and event.name == request.name
        for event in since
    )


def _openers(scopes: tuple[NameScope, ...]) -> tuple[Site, ...]:
    return tuple(scope.site for scope in scopes)


def _is_plain_creation(request: VariableRequested) -> bool:
    return (
        request.outcome == "created"
        and request.by == "get_variable"
        and request.purpose == "variable"
        and request.scope.reuse is Reuse.OFF
        and request.scope.name == ""
        and bool(request.name_scopes)
        and not any(_begins_with(request.name, one.name.strip("/")) for one in request.name_scopes)
    )


def _begins_with(name: str, scope: str) -> bool:
    return name.startswith(scope) and name[len(scope) :][:1] in ("_", "-", ".", "/")


def _scopes_asked_to_reuse(trace: Trace) -> frozenset[str]:
    """The scopes for which the program asks for reuse anywhere, or may do so."""
    asked = {event.scope for event in trace.of(ReuseSwitched)}
    asked |= {event.scope.name for event in trace.of(ScopeEntered) if event.asked is not Reuse.OFF}
    return frozenset(asked)


def _surrounded(request: VariableRequested, asked: frozenset[str]) -> bool:
    return any(surrounds(scope, request.scope.name) for scope in asked)
