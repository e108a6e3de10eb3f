"""Which rule speaks: one refused request has one cause, and one rule names it."""

from __future__ import annotations

from collections.abc import Iterator

from scopecheck.rules.history import before, surrounds, switch
from scopecheck.trace import (
    ArgumentRefused,
    Refusal,
    Reuse,
    ReuseSwitched,
    ScopeEntered,
    Trace,
    VariableMade,
    VariableRequested,
)


def refused(trace: Trace, code: str) -> Iterator[VariableRequested]:
    """The refused requests of a trace that this rule speaks about."""
    for request in trace.of(VariableRequested):
        if speaker(trace, request) == code:
            yield request


def speaker(trace: Trace, request: VariableRequested) -> str | None:
    """The code of the one rule for a request; None if it wasn't refused, or was handled."""
    if request.outcome != "refused" or request.handled or request.refusal is None:
        return None
    match request.refusal:
        case Refusal.MISSING:
            return _missing(trace, request)
        case Refusal.EXISTS:
            return _exists(request)
        case Refusal.SHAPE:
            return "SCO104"
        case Refusal.DTYPE:
            return "SCO105"
        case Refusal.SHAPE_UNDEFINED:
            return "SCO106" if request.certain else None
        case Refusal.ARGUMENT:
            return None if request.purpose == "input" else "SCO108"


def is_slot(request: VariableRequested) -> bool:
    """Does an optimizer or a moving average ask, for a variable of its own?"""
    return request.purpose in ("slot", "average")


def _missing(trace: Trace, request: VariableRequested) -> str:
    if is_slot(request):
        return "SCO107"
    if request.plain is not None:
        return "SCO103"
    return "SCO204" if is_leak(trace, request) else "SCO102"


def _exists(request: VariableRequested) -> str:
    if is_slot(request) and request.scope.reuse is Reuse.ON:
        return "SCO107"
    if apart_by_name_scope(request):
        return "SCO201"
    return "SCO101"


def apart_by_name_scope(request: VariableRequested) -> bool:
    """Did the program open name scopes that were to keep the two variables apart?"""
    if request.variable is None or not request.name_scopes:
        return False
    asked = [scope.name for scope in request.name_scopes]
    made = [scope.name for scope in request.variable.name_scopes]
    return asked != made


def is_leak(trace: Trace, request: VariableRequested) -> bool:
    """Is a reuse_variables() call in force that was meant for something else?

    On the root scope it always is: it never ends. On another scope it is if the request
    comes from another call of a function, from a later opening of the same scope object, or
    if the same block had made variables before it was switched.
    """
    source = request.scope.source
    if source is None or source.kind != "reuse_variables":
        return False
    if source.scope == "":
        return True
    call = switch(trace, request)
    if call is None:
        return False
    way = call.path[:-1]
    if way != request.path[: len(way)]:
        return True
    return _entered_after(trace, call, request) or _made_before(trace, call)


def _entered_after(trace: Trace, call: ReuseSwitched, request: VariableRequested) -> bool:
    """Was the switched scope opened once more, as an object, after the call?"""
    seen = False
    for event in before(trace, request):
        seen = seen or event is call
        if (
            seen
            and isinstance(event, ScopeEntered)
            and event.scope.name == call.scope
            and event.scope.source is not None
            and event.scope.source.site == call.site
        ):
            return True
    return False


def _made_before(trace: Trace, call: ReuseSwitched) -> bool:
    """Did the block that the call switched create variables first?"""
    made = False
    for event in before(trace, call):
        if isinstance(event, ScopeEntered) and event.scope.name == call.scope:
            made = False
        elif isinstance(event, VariableRequested) and event.outcome == "created":
            made = made or surrounds(call.scope, event.scope.name)
    return made


def variables_of_templates(
    trace: Trace,
) -> Iterator[tuple[ArgumentRefused, tuple[VariableMade, ...]]]:
    """Each later call of a template that is refused, for it makes variables by tf.Variable."""
    for event in trace.of(ArgumentRefused):
        if not event.handled and event.error.message.startswith(_IN_A_TEMPLATE):
            length = len(event.path)
            made = tuple(
                one
                for one in trace.of(VariableMade)
                if one.path[:length] == event.path and one.variable.trainable
            )
            if made:
                yield event, made


_IN_A_TEMPLATE = "Trainable variable created when calling a template after the first time"
