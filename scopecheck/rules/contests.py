"""Networks that judge what others make, and steps that train both sides of such a contest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations

from scopecheck.rules.answers import asked, asks_only, asks_too, taken_off
from scopecheck.rules.computation import (
    Variables,
    ancestors,
    behind_gradient,
    made_from,
    variables_in,
)
from scopecheck.rules.losses import Minimised, minimised, trainables
from scopecheck.rules.networks import beside, holds, networks, trained_behind
from scopecheck.trace import Computed, FunctionCalled, Trace, compatible, once


@dataclass(frozen=True, slots=True)
class Contest:
    """A network that judges what others produce against what they don't.

    fake, real: what it answers to each; judge: its variables; producer: those behind the fakes.
    """

    fake: tuple[Computed, ...]
    real: tuple[Computed, ...]
    judge: Variables
    producer: Variables


@dataclass(frozen=True, slots=True)
class BothSides:
    """A step that also trains the side that another one trains for an opposed loss.

    unwanted: what it trains of that side.
    """

    step: Minimised
    opponent: Minimised
    unwanted: Variables


@once
def both_sides(trace: Trace) -> list[BothSides]:
    """Each step that trains judge and producer, though another trains one of them alone."""
    every = minimised(trace)
    told: dict[object, BothSides] = {}
    for found in (*_in_contests(trace, every), *_without_list(trace, every)):
        told.setdefault(found.step.event.site, found)
    return list(told.values())


def _in_contests(trace: Trace, every: Sequence[Minimised]) -> Iterator[BothSides]:
    for contest in contests(trace, every):
        sides = [one for one in every if side(one, contest) == "judge"]
        others = [one for one in every if side(one, contest) == "producer"]
        critics = [one for one in every if _is_critic(one, contest)]
        for one in (*sides, *others):
            opponents = others if one in sides else sides
            if one.event.var_list is not None:
                opponents = [o for o in others if _lists_all(one, o, contest)]
                opponents += [o for o in (*sides, *critics) if _lists_judge(one, o, contest)]
            elif one in others:
                opponents = sides if asks_too(one, *contest.fake) else []
                opponents += critics if asks_only(one, *contest.fake) else []
            against = contest.producer if one in sides else contest.judge
            together = (o for o in opponents if compatible(one.event.under, o.event.under))
            opponent = next((o for o in together if o.trained & against), None)
            if not one.trained & against or opponent is None:
                continue
            if opponent.loss not in ancestors((one.loss,)):
                yield BothSides(one, opponent, one.trained & against)


def _lists_all(one: Minimised, opponent: Minimised, contest: Contest) -> bool:
    """Whether the judge's list leaves out nothing, though the producer's spares the judge."""
    answers = (*contest.fake, *contest.real)
    everything = contest.judge | contest.producer
    return (
        side(one, contest) == "judge"
        and everything <= one.trained
        and opponent.event.var_list is not None
        and not opponent.trained & contest.judge
        and asks_only(one, *answers)
    )


def _lists_judge(one: Minimised, opponent: Minimised, contest: Contest) -> bool:
    """Whether the producer's list leaves out nothing, though the judge has one of its own.

    The producer's loss is nothing but the answer, which the judge could make up by itself.
    """
    return (
        side(one, contest) == "producer"
        and contest.judge | contest.producer <= one.trained
        and opponent.event.var_list is not None
        and opponent.trained == contest.judge
        and asks_only(one, *contest.fake)
    )


@once
def opposed(trace: Trace) -> list[BothSides]:
    """Each step with a list that holds something of the side that another list trains."""
    every = [one for one in minimised(trace) if one.event.var_list is not None]
    found: dict[tuple[int, int, Variables], BothSides] = {}
    for contest in contests(trace, minimised(trace)):
        sides = [(one, side(one, contest)) for one in every]
        for (one, mine), (other, theirs) in permutations(sides, 2):
            if mine is None or theirs is None or mine == theirs:
                continue
            if not compatible(one.event.under, other.event.under):
                continue
            foreign = one.trained & (contest.producer if mine == "judge" else contest.judge)
            if foreign and foreign <= other.trained and one.trained != foreign:
                found[id(one), id(other), foreign] = BothSides(one, other, foreign)
    return list(found.values())


def _without_list(trace: Trace, every: Sequence[Minimised]) -> Iterator[BothSides]:
    for one in every:
        opponent = _critic_of(one, every) or _actor_of(one, every) or _spared_by(one, every, trace)
        opponent = opponent or _raised_by(one, every)
        if opponent is not None:
            yield BothSides(one, opponent, one.trained & opponent.trained)


def _critic_of(one: Minimised, every: Sequence[Minimised]) -> Minimised | None:
    """Whose list trains the network that answers, by data of its own, for what this one raises.

    The answer is computed from trained variables outside that list as well.
    """
    answer = asked(one)
    if one.event.var_list is not None or answer is one.loss:
        return None
    moved = variables_in(behind_gradient((answer,)))
    for critic in every:
        listed = critic.trained & moved
        if critic.event.var_list is None or not listed or answer not in critic.behind:
            continue
        if listed < one.trained and asked(critic) is not answer and not asks_only(critic, answer):
            return critic
    return None


def _actor_of(one: Minimised, every: Sequence[Minimised]) -> Minimised | None:
    """Whose list raises an answer by what is before the network that gives it, and spares that.

    This step has no list, and holds the answer against data of its own.
    """
    if one.event.var_list is not None:
        return None
    for actor in every:
        answer = asked(actor)
        moved = variables_in(behind_gradient((answer,)))
        between = (moved & one.trained) - actor.trained
        if actor.event.var_list is None or not between or answer not in one.behind:
            continue
        if actor.trained and actor.trained <= moved & one.trained and asked(one) is not answer:
            if not asks_only(one, answer) and _gives(answer, between, actor.trained):
                return actor
    return None


def _gives(answer: Computed, network: Variables, before: Variables) -> bool:
    """Whether a network's variables are used on what others make, on the way to an answer."""
    made = made_from((answer,), before)
    return any(
        any(part in made for part in node.inputs if part.variable is None)
        for node in behind_gradient((answer,))
        if _used([node], network)
    )


def _spared_by(one: Minimised, every: Sequence[Minimised], trace: Trace) -> Minimised | None:
    """Whose list trains what a judge is shown, and spares the judge that only this one trains.

    Both of the judge's inputs come from trained variables, and this loss is nothing but the
    two answers. The list may hold further networks, which this loss doesn't reach.
    """
    listing = [
        other for other in every if other.event.var_list is not None and other.trained & one.trained
    ]
    if one.event.var_list is not None or not listing:
        return None
    for first, second, judge in _judged(trace):
        others = [other for other in listing if judge <= other.reached]
        answers = (*first.results, *second.results)
        if not others or not judge <= one.trained or not asks_only(one, *answers):
            continue
        shown = variables_in(ancestors((*first.tensors, *second.tensors))) - judge
        for other in others:
            beside = other.trained - shown
            if other.trained & shown and not beside & one.reached and not _joint(one, other):
                return other
    return None


def _raised_by(one: Minimised, every: Sequence[Minimised]) -> Minimised | None:
    """Whose list raises this loss, which is taken off its own, and spares what only this trains."""
    if one.event.var_list is not None:
        return None
    for other in every:
        if other.event.var_list is not None and taken_off(other.loss, one.loss):
            if other.trained & one.trained and one.trained - other.listed:
                return other
    return None


def _joint(one: Minimised, other: Minimised) -> bool:
    """Whether one of two losses is a part of the other."""
    return other.loss in ancestors((one.loss,)) or one.loss in ancestors((other.loss,))


def _judged(trace: Trace) -> Iterator[tuple[FunctionCalled, FunctionCalled, Variables]]:
    """Two calls of a network on shared variables, and these."""
    trainable = frozenset(trainables(trace))
    for calls in networks(trace):
        for pair in beside(calls):
            judge = holds(pair.first) & holds(pair.second) & trainable
            if judge and not pair.first.library:
                yield pair.first, pair.second, judge


def contests(trace: Trace, every: Sequence[Minimised]) -> Iterator[Contest]:
    """Those between calls of functions, and those that the lists of steps tell of."""
    yield from _of_calls(trace)
    trainable = frozenset(trainables(trace))
    known: Sides = {}
    listing = [one for one in every if one.event.var_list is not None]
    losses = list({one.loss: one for one in reversed(every)}.values())[::-1]
    for listed in {(one.loss, one.trained): one for one in listing}.values():
        for first, second in _with_others(listed, losses):
            yield from _of_lists(listed, first, second, trainable, known)


def _with_others(
    listed: Minimised, losses: Sequence[Minimised]
) -> Iterator[tuple[Minimised, Minimised]]:
    """A step and one for each other loss, either way round: no loss is opposed to itself."""
    for other in losses:
        if other.loss is not listed.loss:
            yield listed, other
            yield other, listed


Sides = dict[tuple[Computed, Variables, Variables], tuple[list[Computed], list[Computed]]]
"""What ``_sorted`` has said of a loss, a judge and a producer."""


def _of_lists(
    listed: Minimised, first: Minimised, second: Minimised, trainable: Variables, known: Sides
) -> Iterator[Contest]:
    """The list's variables against what else both losses reach, as the graph uses them.

    The first loss needs the judge's answers to both, the second those to the fakes alone.
    """
    own = listed.trained
    others = (first.reached & second.reached & trainable) - own
    for judge, producer in ((own, others), (others, own)):
        if judge and producer and judge | producer <= first.reached | second.reached:
            for one in (first, second):
                key = (one.loss, judge, producer)
                if key not in known:
                    known[key] = _sorted(one, judge, producer)
            fake, real = known[first.loss, judge, producer]
            second_fake, second_real = known[second.loss, judge, producer]
            every = [_used(nodes, judge) for nodes in (fake, real)]
            if every == [judge, judge] and second_fake and not second_real:
                yield Contest((*fake, *second_fake), tuple(real), judge, producer)


def _sorted(
    one: Minimised, judge: Variables, producer: Variables
) -> tuple[list[Computed], list[Computed]]:
    """What uses the judge's variables on what the producer makes, and on what it doesn't."""
    fake: list[Computed] = []
    real: list[Computed] = []
    made = made_from((one.loss,), producer)
    for node in one.behind:
        if _used([node], judge):
            shown = any(part in made for part in node.inputs if part.variable is None)
            (fake if shown else real).append(node)
    return fake, real


def _used(nodes: Sequence[Computed], variables: Variables) -> Variables:
    return variables_in(part for node in nodes for part in node.inputs) & variables


@once
def _of_calls(trace: Trace) -> list[Contest]:
    """Those between calls of a network; all its answers to what one producer makes are one."""
    trainable = frozenset(trainables(trace))
    found: dict[tuple[Variables, Variables], tuple[list[Computed], list[Computed]]] = {}
    shown: dict[tuple[Computed, ...], Variables] = {}
    for one, other, judge in _judged(trace):
        for call in (one, other):
            if call.tensors not in shown:
                shown[call.tensors] = trained_behind(call.tensors, frozenset(), trainable)
        first, second = shown[one.tensors] - judge, shown[other.tensors] - judge
        if bool(first) != bool(second):
            fake, real = (one, other) if first else (other, one)
            answers = found.setdefault((judge, first or second), ([], []))
            answers[0].extend(fake.results)
            answers[1].extend(real.results)
    return [
        Contest(tuple(fakes), tuple(reals), judge, producer)
        for (judge, producer), (fakes, reals) in found.items()
    ]


def side(one: Minimised, contest: Contest) -> str | None:
    """Whose loss it is: the judge's needs both outputs, the producer's the fake one alone."""
    fake = any(part in one.behind for part in contest.fake)
    real = any(part in one.behind for part in contest.real)
    if not fake:
        return None
    return "judge" if real else "producer"


def shows_real(one: Minimised, contest: Contest) -> bool:
    """Whether a loss uses anything of the judge on what the producer didn't make."""
    return bool(_sorted(one, contest.judge, contest.producer)[1])


def _is_critic(one: Minimised, contest: Contest) -> bool:
    """Whether a step trains the judge alone, on what the producer didn't make."""
    judged = any(part in one.behind for part in contest.real)
    return judged and bool(one.trained) and one.trained <= contest.judge
