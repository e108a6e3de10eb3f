"""Networks of which nothing is in any list, though nobody can have meant to leave them out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scopecheck.rules.answers import is_given, terms
from scopecheck.rules.computation import (
    Variables,
    ancestors,
    behind_gradient,
    is_lost,
    variables_in,
)
from scopecheck.rules.losses import Minimised, minimised, trainables
from scopecheck.rules.networks import holds, identity
from scopecheck.trace import (
    Computed,
    FunctionCalled,
    GraphRestored,
    LossMinimized,
    Trace,
    Undecided,
    VariableAssigned,
)


@dataclass(frozen=True, slots=True)
class Forgotten:
    """A step whose loss reaches a network that nothing trains; why: what shows it."""

    step: Minimised
    missing: Variables
    why: str


BETWEEN = "what is trained stands before and behind"
TERM = "a part of the loss depends on nothing else that could be trained"
OTHERS = "a part of this loss depends on nothing that this step trains"


def forgotten(trace: Trace) -> Iterator[Forgotten]:
    """Each such network, where nothing gives variables values from elsewhere.

    What is frozen on purpose has been trained before, or a step without a list trains it.
    """
    every = minimised(trace)
    if not trace.closed or any(one.event.var_list is None or one.doubtful for one in every):
        return
    if any(True for _ in (*trace.of(GraphRestored), *trace.of(Undecided))):
        return
    assigned = frozenset(identity(event.variable) for event in trace.of(VariableAssigned))
    told: Variables = frozenset()
    for one in every:
        listed = _listed(trace, one.event.graph)
        missing = (one.reached & frozenset(trainables(trace))) - listed - assigned - told
        if not missing or one.lost:
            continue
        found = _of_a_term(one, missing, listed)
        why = TERM
        if not found:
            found, why = _of_others(one, missing, every), OTHERS
        if not found:
            found, why = _between(trace, one, missing, listed), BETWEEN
        if found:
            found = _whole(trace, found, missing, listed)
            told |= found
            yield Forgotten(one, found, why)


def _listed(trace: Trace, graph: int) -> Variables:
    """What any step of a graph lists."""
    events = [event for event in trace.of(LossMinimized) if event.graph == graph]
    return frozenset((graph, name) for event in events for name in event.var_list or ())


def _whole(trace: Trace, found: Variables, missing: Variables, listed: Variables) -> Variables:
    """All that is missing of the networks that some variables belong to."""
    calls = [holds(call) for call in trace.of(FunctionCalled) if not call.library]
    around = [held for held in calls if held & found and not held & listed]
    return missing & found.union(*around)


def _of_a_term(one: Minimised, missing: Variables, listed: Variables) -> Variables:
    """What a part of a sum depends on that is computed from data and from nothing listed.

    No step can make such a part smaller, so that there was no need to add it.
    """
    parts = list(terms(one.loss))
    for part in parts if len(parts) > 1 else ():
        behind = behind_gradient((part,))
        found = variables_in(behind)
        if found and found <= missing and not is_lost(behind) and any(map(is_given, behind)):
            if not variables_in(ancestors((part,))) & listed:
                return found
    return frozenset()


def _of_others(one: Minimised, missing: Variables, every: Sequence[Minimised]) -> Variables:
    """The same of a part that what other steps list is behind, too, and nothing of this one's.

    It is no part of their losses, so that there was need of it in this one alone.
    """
    losses = [other.behind for other in every if other.loss is not one.loss]
    parts = list(terms(one.loss))
    for part in parts if len(parts) > 1 else ():
        behind = behind_gradient((part,))
        found = variables_in(behind) & missing
        if not found or is_lost(behind) or not any(map(is_given, behind)):
            continue
        alone = not any(part in nodes for nodes in losses)
        if alone and not variables_in(ancestors((part,))) & one.listed:
            return found
    return frozenset()


def _between(trace: Trace, one: Minimised, missing: Variables, listed: Variables) -> Variables:
    """The network between what the step trains and what only other steps train.

    What stands in one network with what a step lists is left out of that on purpose.
    """
    calls = [call for call in trace.of(FunctionCalled) if not call.library]
    others = listed - one.listed
    lists = {step.listed: None for step in minimised(trace)}
    partly = [
        held
        for held in map(holds, calls)
        if held & missing and any(held & own and not held & (listed - own) for own in lists)
    ]
    for call in calls:
        held = holds(call)
        own = held & missing
        if not own or held & listed or not call.results or any(held < whole for whole in partly):
            continue
        before = variables_in(behind_gradient(call.tensors)) & one.listed
        if before and _trained_behind(one, call.results, others):
            return own
    return frozenset()


def _trained_behind(one: Minimised, results: Sequence[Computed], listed: Variables) -> bool:
    """Whether a listed variable is used on what some tensors are made into."""
    answers = set(results)
    for node in one.behind:
        if variables_in(node.inputs) & listed:
            data = [part for part in node.inputs if part.variable is None]
            if answers & behind_gradient(data):
                return True
    return False
