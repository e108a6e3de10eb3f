"""Networks that judge what others make, and steps that train both sides of such a contest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scopecheck.rules.computation import Variables, ancestors, behind_gradient, variables_in
from scopecheck.rules.losses import Minimised, minimised, trainables
from scopecheck.rules.networks import beside, holds, networks, trained_behind
from scopecheck.trace import Computed, FunctionCalled, Trace

LINEAR = ("Neg", "Mean", "Sum", "Mul", "RealDiv", "Squeeze", "Reshape", "Identity")
CONSTANT = ("Const", "OnesLike", "ZerosLike", "Fill", "Ones", "Zeros")


@dataclass(frozen=True, slots=True)
class Contest:
    """A network that judges what others produce against what they don't.

    fake, real: its two calls; judge: its variables; producer: those behind the fake input.
    """

    fake: FunctionCalled
    real: FunctionCalled
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


def both_sides(trace: Trace) -> Iterator[BothSides]:
    """Each step that trains judge and producer, though another trains one of them alone."""
    every = minimised(trace)
    told: set[object] = set()
    for found in (*_in_contests(trace, every), *_without_list(trace, every)):
        site = found.step.event.site
        if site not in told:
            told.add(site)
            yield found


def _in_contests(trace: Trace, every: Sequence[Minimised]) -> Iterator[BothSides]:
    for contest in _contests(trace):
        sides = [one for one in every if _side(one, contest) == "judge"]
        others = [one for one in every if _side(one, contest) == "producer"]
        critics = [one for one in every if _is_critic(one, contest)]
        for one in (*sides, *others):
            opponents = others if one in sides else sides
            if one.event.var_list is not None:
                opponents = [o for o in others if _lists_all(one, o, contest)]
            elif one in others and asks_only(one, *contest.fake.results):
                opponents = [*sides, *critics]
            against = contest.producer if one in sides else contest.judge
            opponent = next((o for o in opponents if o.trained & against), None)
            if not one.trained & against or opponent is None:
                continue
            if opponent.loss not in ancestors((one.loss,)):
                yield BothSides(one, opponent, one.trained & against)


def _lists_all(one: Minimised, opponent: Minimised, contest: Contest) -> bool:
    """Whether the judge's list leaves out nothing, though the producer's spares the judge."""
    answers = (*contest.fake.results, *contest.real.results)
    everything = contest.judge | contest.producer
    return (
        _side(one, contest) == "judge"
        and everything <= one.trained
        and opponent.event.var_list is not None
        and not opponent.trained & contest.judge
        and asks_only(one, *answers)
    )


def _without_list(trace: Trace, every: Sequence[Minimised]) -> Iterator[BothSides]:
    for one in every:
        opponent = _critic_of(one, every) or _spared_by(one, every, trace)
        if opponent is not None:
            yield BothSides(one, opponent, one.trained & opponent.trained)


def _asked(one: Minimised) -> Computed:
    """What a loss raises or lowers, where it is nothing but the mean of it."""
    node = one.loss
    while node.op in LINEAR:
        data = [part for part in node.inputs if part.inputs or part.variable is not None]
        if len(data) != 1:
            break
        node = data[0]
    return node


def _critic_of(one: Minimised, every: Sequence[Minimised]) -> Minimised | None:
    """Whose list trains the network that answers, by data of its own, for what this one raises.

    The answer is computed from trained variables outside that list as well.
    """
    answer = _asked(one)
    if one.event.var_list is not None or answer is one.loss:
        return None
    for critic in every:
        listed = critic.trained & variables_in(behind_gradient((answer,)))
        if critic.event.var_list is None or not listed or answer not in critic.behind:
            continue
        if listed < one.trained and _asked(critic) is not answer and not asks_only(critic, answer):
            return critic
    return None


def _spared_by(one: Minimised, every: Sequence[Minimised], trace: Trace) -> Minimised | None:
    """Whose list trains what a judge is shown, and spares the judge that only this one trains.

    Both of the judge's inputs come from trained variables, and this loss is nothing but the
    two answers.
    """
    if one.event.var_list is not None:
        return None
    for first, second, judge in _judged(trace):
        shown = variables_in(ancestors((*first.tensors, *second.tensors))) - judge
        answers = (*first.results, *second.results)
        if not judge <= one.trained or not asks_only(one, *answers):
            continue
        for other in every:
            against = other.event.var_list is not None and other.trained <= shown
            joint = other.loss in ancestors((one.loss,)) or one.loss in ancestors((other.loss,))
            if against and other.trained & one.trained and judge <= other.reached and not joint:
                return other
    return None


def _judged(trace: Trace) -> Iterator[tuple[FunctionCalled, FunctionCalled, Variables]]:
    """Two calls of a network on shared variables, and these."""
    trainable = frozenset(trainables(trace))
    for calls in networks(trace):
        for pair in beside(calls):
            judge = holds(pair.first) & holds(pair.second) & trainable
            if judge and not pair.first.library:
                yield pair.first, pair.second, judge


def _contests(trace: Trace) -> Iterator[Contest]:
    trainable = frozenset(trainables(trace))
    for one, other, judge in _judged(trace):
        first = trained_behind(one.tensors, judge, trainable)
        second = trained_behind(other.tensors, judge, trainable)
        if bool(first) != bool(second):
            fake, real = (one, other) if first else (other, one)
            yield Contest(fake, real, judge, first or second)


def _side(one: Minimised, contest: Contest) -> str | None:
    """Whose loss it is: the judge's needs both outputs, the producer's the fake one alone."""
    fake = any(part in one.behind for part in contest.fake.results)
    real = any(part in one.behind for part in contest.real.results)
    if not fake:
        return None
    return "judge" if real else "producer"


def _is_critic(one: Minimised, contest: Contest) -> bool:
    """Whether a list names the judge alone, to train it on what the producer didn't make."""
    judged = any(part in one.behind for part in contest.real.results)
    return one.event.var_list is not None and judged and bool(one.trained <= contest.judge)


def asks_only(one: Minimised, *answers: Computed) -> bool:
    """Whether a loss depends on no other data than the judge's answer does.

    A loss with labels of its own trains judge and producer together, on purpose.
    """
    known = ancestors(answers)
    return all(
        part in known
        for part in ancestors((one.loss,))
        if not part.inputs and part.variable is None and part.op not in CONSTANT
    )
