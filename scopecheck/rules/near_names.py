"""Which variable was probably meant, where the one asked for was never created."""

from __future__ import annotations

import difflib
import enum
import re
from dataclasses import dataclass

from scopecheck.rules.history import created
from scopecheck.trace import GraphChanged, Trace, Variable, VariableRequested

CLOSE = 0.85
"""How alike two names are that may be a slip, from 0 to 1."""

_NUMBERED = re.compile(r"(.+)_\d+")


class How(enum.Enum):
    """What keeps the variable from being found."""

    OTHER_GRAPH = "it is in another graph"
    OTHER_PATH = "it is created on another path"
    RENUMBERED = "a layer without a name counts on"
    COUNTED = "the program counts on"
    SIMILAR = "the name is spelt otherwise"
    OTHER_SCOPE = "it has the same name in another scope"


@dataclass(frozen=True, slots=True)
class Near:
    """A variable that exists, and why it is not the one asked for."""

    variable: Variable
    how: How

    @property
    def name(self) -> str:
        return full_name(self.variable)


def nearest(trace: Trace, request: VariableRequested) -> Near | None:
    """The variable that a request probably means, if any was created before."""
    made = {full_name(variable): variable for variable in created(trace, request)}
    if request.name in made:
        graphs = any(True for _ in trace.of(GraphChanged))
        return Near(made[request.name], How.OTHER_GRAPH if graphs else How.OTHER_PATH)
    for name, variable in made.items():
        if variable.site == request.site and _is_renumbered(request, name):
            if request.by != "get_variable":
                return Near(variable, How.RENUMBERED)
            if not _found_there(trace, request):
                return Near(variable, How.COUNTED)
    if close := difflib.get_close_matches(request.name, made, n=1, cutoff=CLOSE):
        return Near(made[close[0]], How.SIMILAR)
    return _in_another_scope(request, made)


def full_name(variable: Variable) -> str:
    """The name in the variable store."""
    return variable.key or variable.name.removesuffix(":0")


def _in_another_scope(request: VariableRequested, made: dict[str, Variable]) -> Near | None:
    """The same name below a scope, where the scope that reuses holds nothing."""
    scope = request.scope.source.scope if request.scope.source is not None else ""
    if not scope or any(name.startswith(scope + "/") for name in made):
        return None
    tail = request.name.removeprefix(scope)
    for name, variable in made.items():
        if name.endswith(tail):
            return Near(variable, How.OTHER_SCOPE)
    return None


def _found_there(trace: Trace, request: VariableRequested) -> bool:
    """Whether the line has found others: then a count has gone too far, not begun too late."""
    return any(
        one.outcome == "shared" and one.site == request.site for one in trace.of(VariableRequested)
    )


def _is_renumbered(request: VariableRequested, name: str) -> bool:
    """Do the two names differ by a layer's number only?"""
    asked, made = request.name.split("/"), name.split("/")
    return len(asked) == len(made) and all(
        base(one) == base(other) for one, other in zip(asked, made, strict=True)
    )


def base(part: str) -> str:
    """A part of a name without the number that TensorFlow, or the program, counted."""
    numbered = _NUMBERED.fullmatch(part)
    return numbered[1] if numbered else part
