"""Two steps for opposed losses, each with the list of the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scopecheck.rules.contests import BothSides, Contest, contests, shows_real, side
from scopecheck.rules.losses import Minimised, minimised
from scopecheck.trace import Trace, compatible


def exchanged(trace: Trace) -> Iterator[BothSides]:
    """The judge's step, where it trains what is judged, and the producer's trains the judge.

    No step trains the judge for its answers to what the producer didn't make, so that nothing
    learns from these, and none the producer for the judge's answers to what it makes alone.
    """
    every = [one for one in minimised(trace) if one.event.var_list is not None]
    told: set[object] = set()
    for contest in contests(trace, every) if len(every) > 1 else ():
        for one in every:
            other = _partner(one, every, contest)
            if other is not None and one.event.site not in told:
                told.add(one.event.site)
                yield BothSides(one, other, one.trained & contest.producer)


def _partner(one: Minimised, every: Sequence[Minimised], contest: Contest) -> Minimised | None:
    """The producer's step, if one is the judge's and each has the other's list."""
    if side(one, contest) != "judge" or not _trains_only(one, contest, "producer"):
        return None
    for step in every:
        real = any(part in step.behind for part in contest.real)
        if real and step.trained & contest.judge:
            return None
        if side(step, contest) == "producer" and step.trained & contest.producer:
            return None
    return next(
        (
            other
            for other in every
            if side(other, contest) == "producer"
            and _trains_only(other, contest, "judge")
            and not shows_real(other, contest)
            and compatible(one.event.under, other.event.under)
        ),
        None,
    )


def _trains_only(one: Minimised, contest: Contest, which: str) -> bool:
    """Whether a step trains some of one side, and nothing of the other."""
    own, other = contest.producer, contest.judge
    if which == "judge":
        own, other = other, own
    return bool(one.trained & own) and not one.trained & other
