"""What tf.Variable makes anew in each pass of a loop whose scope asks for reuse."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scopecheck.rules.unshared import is_of_keras
from scopecheck.trace import Reuse, Trace, VariableMade, VariableRequested


@dataclass(frozen=True, slots=True)
class MadeAgain:
    """A variable of a later pass, and that of the first one."""

    first: VariableMade
    second: VariableMade


def made_again(trace: Trace) -> Iterator[MadeAgain]:
    """Each line that does so once, where the same pass shares another variable of the scope."""
    firsts: dict[object, VariableMade] = {}
    waiting: dict[object, MadeAgain] = {}
    shared: set[str] = set()
    for event in trace.events:
        if isinstance(event, VariableRequested):
            if event.outcome == "shared" and event.purpose == "variable":
                shared.add(event.scope.name)
        elif isinstance(event, VariableMade) and _counts(event):
            line = (event.site, event.path)
            first = firsts.setdefault(line, event)
            if _repeats(first, event):
                waiting.setdefault(line, MadeAgain(first, event))
    yield from (one for one in waiting.values() if one.second.scope.name in shared)


def _counts(event: VariableMade) -> bool:
    """Whether a program's tf.Variable made it to be trained, in a scope."""
    made = event.variable
    return made.trainable and not is_of_keras(made) and bool(event.scope.name)


def _repeats(first: VariableMade, second: VariableMade) -> bool:
    """Whether the second is the first's variable once more, though its own scope reuses."""
    one, other = first.variable, second.variable
    source = second.scope.source
    return (
        first is not second
        and second.scope.reuse is Reuse.ON
        and first.scope.reuse is Reuse.OFF
        and source is not None
        and source.scope == second.scope.name == first.scope.name
        and one.graph == other.graph
        and (one.shape, one.dtype) == (other.shape, other.dtype)
        and one.name.rpartition("/")[2] == other.name.rpartition("/")[2]
    )
