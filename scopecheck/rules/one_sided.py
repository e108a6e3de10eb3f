"""Two steps for opposed losses that both list the same side, so that nobody trains the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations

from scopecheck.rules.answers import asked, asks_only
from scopecheck.rules.computation import Variables, ancestors, variables_in
from scopecheck.rules.contests import Contest, contests, side
from scopecheck.rules.losses import Minimised, minimised, trainables
from scopecheck.rules.networks import identity
from scopecheck.trace import Trace, VariableAssigned, compatible


@dataclass(frozen=True, slots=True)
class OneSided:
    """A step that lists what another one trains already, and the variables that it should."""

    step: Minimised
    other: Minimised
    missing: Variables


def one_sided(trace: Trace) -> Iterator[OneSided]:
    """Each pair of steps with one list between them, where a network is in no list at all."""
    steps = minimised(trace)
    every = [one for one in steps if one.event.var_list is not None]
    pairs = [pair for pair in permutations(every, 2) if _same_list(*pair)]
    if not pairs:
        return
    found = list(contests(trace, every))
    trained = frozenset[tuple[int, str]]().union(*(one.trained for one in steps))
    assigned = frozenset(identity(event.variable) for event in trace.of(VariableAssigned))
    trainable = frozenset(trainables(trace))
    told: set[Variables] = set()
    for one, other in pairs:
        missing = one.reached & other.reached & trainable
        missing -= trained | assigned | one.doubtful | other.doubtful
        if not missing or missing in told:
            continue
        left = _left(one, other, found)
        if left & missing and not _has_a_trainer(left, one, every):
            told.add(missing)
            step, partner = (one, other) if _after(missing, one) else (other, one)
            yield OneSided(step, partner, missing)


def _same_list(one: Minimised, other: Minimised) -> bool:
    return (
        one.event.graph == other.event.graph
        and bool(one.trained)
        and one.trained == other.trained
        and one.loss is not other.loss
        and compatible(one.event.under, other.event.under)
    )


def _left(one: Minimised, other: Minimised, found: Sequence[Contest]) -> Variables:
    """The side that two steps leave out: the first a judge's, the second what it judges.

    Or the first a critic's, and the second raises or lowers nothing but its answer.
    """
    for contest in found:
        if side(one, contest) == "judge" and side(other, contest) == "producer":
            for left, listed in permutations((contest.judge, contest.producer)):
                if listed & one.trained and not left & one.trained:
                    return left
    answer = asked(other)
    if answer is other.loss or answer not in one.behind or asks_only(one, answer):
        return frozenset()
    return one.reached & other.reached - one.trained


def _has_a_trainer(left: Variables, one: Minimised, every: Sequence[Minimised]) -> bool:
    """Whether a step trains some of a side and nothing of the other."""
    return any(other.trained & left and not other.trained & one.trained for other in every)


def _after(missing: Variables, one: Minimised) -> bool:
    """Whether what is missing is computed from what is listed."""
    return any(
        (part.graph, part.variable) in missing
        and variables_in(ancestors(data for data in node.inputs if data is not part)) & one.trained
        for node in one.behind
        for part in node.inputs
        if part.variable is not None
    )
