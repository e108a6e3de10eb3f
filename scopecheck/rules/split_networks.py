"""Networks of one side of a contest that the lists of both sides share out among them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

from scopecheck.rules.computation import Variables
from scopecheck.rules.contests import BothSides, Contest, contests, side
from scopecheck.rules.losses import Minimised, minimised
from scopecheck.rules.networks import identity
from scopecheck.trace import FunctionCalled, Trace, compatible


def split(trace: Trace) -> Iterator[BothSides]:
    """Each step that trains a part of a network of the other side, which trains the rest.

    As lists by position do, once a network has got a layer more.
    """
    every = [one for one in minimised(trace) if one.event.var_list is not None]
    whole = {
        frozenset(identity(v) for v in call.held if v.trainable): None
        for call in trace.of(FunctionCalled)
        if not call.library
    }
    for contest in contests(trace, minimised(trace)):
        for one, other in permutations(every, 2):
            against = _against(one, other, contest)
            part = one.trained & against
            if (
                not part
                or part & other.trained
                or not compatible(one.event.under, other.event.under)
            ):
                continue
            if any(_shares_out(network, part, against, other) for network in whole):
                yield BothSides(one, other, part)


def _against(one: Minimised, other: Minimised, contest: Contest) -> Variables:
    """What the other step trains against this one: nothing, if they are of one side."""
    sides = side(one, contest), side(other, contest)
    if sides == ("judge", "producer"):
        return contest.producer - contest.judge
    if sides == ("producer", "judge"):
        return contest.judge - contest.producer
    return frozenset()


def _shares_out(network: Variables, part: Variables, against: Variables, other: Minimised) -> bool:
    """Whether a network of the other side has that part, and the other list the rest of it."""
    rest = network - part
    return part < network <= against and bool(rest) and rest <= other.trained
