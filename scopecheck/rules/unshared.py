"""Networks that are called again and do not share, and the evidence that they were to share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from scopecheck.rules.answers import asks_only
from scopecheck.rules.build import finding
from scopecheck.rules.computation import Variables, ancestors, is_lost
from scopecheck.rules.finding import Finding, Label, Severity
from scopecheck.rules.losses import Minimised, minimised, trainables
from scopecheck.rules.near_names import base
from scopecheck.rules.networks import (
    Twice,
    Users,
    beside,
    branches,
    by_other_ways,
    called_again,
    callers,
    copied,
    holds,
    identity,
    in_two_calls,
    independent,
    networks,
    parts,
    trained_behind,
    unshared,
    users,
)
from scopecheck.rules.never_trained import Run, only_measured, run_untrained
from scopecheck.rules.rule import Rule
from scopecheck.rules.wording import called, listing, place
from scopecheck.trace import (
    ArgumentRefused,
    Computed,
    FunctionCalled,
    Reuse,
    Trace,
    Variable,
    VariableRequested,
)

ON = (Reuse.ON, Reuse.AUTO)
SUMS = ("Add", "AddV2", "AddN", "Sub")


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why sharing was meant: in words, and where it is seen."""

    words: str
    labels: tuple[Label, ...] = ()


@dataclass(frozen=True, slots=True)
class Apart:
    """Two calls that were to share; differing: the variables that each has for itself."""

    pair: Twice
    differing: tuple[tuple[Variable, Variable], ...]
    evidence: Evidence

    @property
    def remade(self) -> bool:
        """Whether the second call asked to share, and tf.Variable made the variables anew."""
        second = self.pair.second
        asked = second.scope.reuse is Reuse.ON or Reuse.ON in second.asked
        return asked and all(
            other.key is None and not is_of_keras(other) for _, other in self.differing
        )


@dataclass(frozen=True, slots=True)
class Evident:
    """What evidence is taken from; shared: the variables that a request found in the store."""

    losses: list[Minimised]
    trainable: Variables
    shared: Variables
    trace: Trace


def unmeant(trace: Trace) -> Iterator[Apart]:
    """Each later call of a network that should have shared, with the evidence.

    Of the passes of a loop, which call it in one place, it is the first.
    """
    facts = Evident(minimised(trace), frozenset(trainables(trace)), _found(trace), trace)
    told: set[int] = set()
    passes: set[tuple[object, int | None]] = set()
    refused = {event.path for event in trace.of(ArgumentRefused) if not event.handled}
    groups = [(calls, users(calls)) for calls in networks(trace)]
    kinds: tuple[Callable[[Sequence[FunctionCalled]], Iterable[Twice]], ...] = (
        beside,
        lambda calls: by_other_ways(trace, calls),
        lambda calls: filter(_asks_at_last, in_two_calls(trace, calls)),
    )
    for pair, held_by in (
        (pair, held_by) for kind in kinds for calls, held_by in groups for pair in kind(calls)
    ):
        again = (pair.second.site, pair.second.within)
        if again in passes:
            told.add(pair.second.number)
        if pair.second.number in told or pair.second.path in refused:
            continue
        if any(call.number in told for call in callers(trace, pair.second)):
            continue
        evidence = _evidence(pair, held_by, facts)
        if evidence is not None and not copied(trace, pair):
            told.add(pair.second.number)
            passes.add(again)
            yield Apart(pair, unshared(pair), evidence)


def _found(trace: Trace) -> Variables:
    requests = trace.of(VariableRequested)
    return frozenset(
        identity(one.variable) for one in requests if one.variable and one.outcome == "shared"
    )


def _evidence(pair: Twice, held_by: Users, facts: Evident) -> Evidence | None:
    if not any(other.trainable for _, other in unshared(pair)):
        return None
    if called_again(pair, held_by):
        return _only_measured(facts.trace, pair)
    siblings = pair.first.within == pair.second.within or _asks_at_last(pair)
    if not pair.first.tensors and not pair.second.tensors:
        reuse = _reuse(pair, facts) if siblings and _asks_at_last(pair) else None
        return reuse or _never_trained(facts.trace, pair)
    if set(pair.first.tensors) == set(pair.second.tensors):
        reuse = _reuse(pair, facts) if siblings and _asks_at_last(pair) else None
        return reuse or (_never_trained(facts.trace, pair) if _trains_at_first(pair) else None)
    if not independent(pair.first, pair.second):
        return None
    return (
        (_reuse(pair, facts) if siblings else None)
        or _fake_and_real(pair, facts.losses, facts.trainable)
        or _never_trained(facts.trace, pair)
        or _only_measured(facts.trace, pair)
    )


def _asks_at_last(pair: Twice) -> bool:
    """Whether only the second of two calls is told to reuse, so that the first is to make.

    On one input two calls may be two parts of a network that is told to reuse as a whole.
    """
    first, second = dict(pair.first.arguments), dict(pair.second.arguments)
    return any(
        _is_switch(name) and value == "True" and first.get(name, "False") in ("False", "None")
        for name, value in second.items()
    )


def _trains_at_first(pair: Twice) -> bool:
    """Whether only the first of two calls is told that it is for training.

    Without that, two networks on one input may be there to be compared.
    """
    second = dict(pair.second.arguments)
    return any(
        (name in second or value == "True")
        and _is_training(name, value)
        and not _is_training(name, second.get(name, ""))
        for name, value in pair.first.arguments
    )


def _is_training(name: str, value: str) -> bool:
    return value.strip("'\"").lower() in (("true",) if "train" in name.lower() else ("train",))


def _reuse(pair: Twice, facts: Evident) -> Evidence | None:
    """Reuse was asked for, in the same scope with the same arguments, and has no effect."""
    first, second = pair.first, pair.second
    if first.scope.name != second.scope.name or not _alike(first, second):
        return None
    passed = [name for name, value in second.arguments if _is_reuse(name, value)]
    if passed:
        return Evidence(f"`{passed[0]}` is passed to this call")
    if second.library and not (second.scope.reuse in ON and first.site != second.site):
        return None
    if second.scope.reuse in ON:
        if branches(pair, facts.trace) or (second.library and _is_part(pair, facts.trace)):
            return None
        source = second.scope.source
        labels = (Label(source.site, "reuse is asked for here"),) if source is not None else ()
        return Evidence("the scope in force asks for reuse", labels)
    has_effect = any(identity(other) in facts.shared for _, other in unshared(pair))
    if not second.library and second.asked & set(ON) and not has_effect:
        return Evidence("a scope inside it asks for reuse")
    return None


def _is_part(pair: Twice, trace: Trace) -> bool:
    """Whether two layers are parts of one network, or whether one may be on top of the other."""
    unseen = any(part.op == "Unknown" for part in ancestors(pair.second.tensors))
    return unseen or parts(pair, trace)


def _alike(first: FunctionCalled, second: FunctionCalled) -> bool:
    """Whether two calls got the same, but for tensors and what only switches reuse.

    Two objects, or two closures, that hold different names are two networks.
    """
    if _plain(first.arguments) != _plain(second.arguments):
        return False
    one_object = first.receiver is not None and first.receiver == second.receiver
    return one_object or _plain(first.bound) == _plain(second.bound)


def _plain(given: tuple[tuple[str, str], ...]) -> list[tuple[str, str]]:
    return sorted(one for one in given if not _is_switch(one[0]))


def _is_switch(name: str) -> bool:
    return "reuse" in name.lower()


def _is_reuse(name: str, value: str) -> bool:
    return _is_switch(name) and value in ("True", "tf.AUTO_REUSE", "1")


def _fake_and_real(pair: Twice, losses: list[Minimised], trainable: Variables) -> Evidence | None:
    """One input comes from variables trained elsewhere, and a common loss compares the two."""
    first, second = pair.first, pair.second
    if first.library:
        return None
    own = holds(first) | holds(second)
    behind_first = trained_behind(first.tensors, own, trainable)
    behind_second = trained_behind(second.tensors, own, trainable)
    if bool(behind_first) == bool(behind_second):
        return None
    fake, real = (first, second) if behind_first else (second, first)
    if is_lost(ancestors(real.tensors)):
        return None
    common = [one for one in losses if _reaches(real, one) and _reaches(fake, one)]
    alone = [
        one
        for one in losses
        if _reaches(fake, one)
        and not _reaches(real, one)
        and one.trained & (behind_first | behind_second)
        and (_spares(one, own) or _is_contest(one, common, fake, real))
    ]
    if not common or not alone:
        return None
    return Evidence(
        "one call judges what trained variables produce, the other does not, and one loss "
        "compares the two",
        (
            Label(common[0].event.site, "this loss needs both outputs"),
            Label(alone[0].event.site, "this one trains what only one of them judges"),
        ),
    )


def _never_trained(trace: Trace, pair: Twice) -> Evidence | None:
    """The copy that answers when the session runs is not the one that was trained.

    Its names, sizes of batches or rates of dropout may be others, as for a test.
    """
    return None if pair.second.library else _of_a_run(run_untrained(trace, pair))


def _only_measured(trace: Trace, pair: Twice) -> Evidence | None:
    """The loss that is looked at when the session runs is that of a copy which nothing trains."""
    return _of_a_run(only_measured(trace, pair)) if independent(pair.first, pair.second) else None


def _of_a_run(found: tuple[Minimised, Run] | None) -> Evidence | None:
    if found is None:
        return None
    step, run = found
    return Evidence(
        "only the first call's variables are trained, and these keep their initial values",
        (
            Label(step.event.site, "the first call's variables are trained here"),
            Label(run.event.site, "the session runs what nothing trained here"),
        ),
    )


def _reaches(call: FunctionCalled, loss: Minimised) -> bool:
    return any(one in loss.behind for one in call.results)


def _is_contest(
    alone: Minimised, common: Sequence[Minimised], fake: FunctionCalled, real: FunctionCalled
) -> bool:
    """Whether two losses without lists are judge's and producer's, as far as losses can tell.

    One is nothing but the answer to the fake, the other a sum of terms that each depend on
    one of the two answers, and on nothing else.
    """
    return (
        alone.event.var_list is None
        and asks_only(alone, *fake.results)
        and any(
            one.event.var_list is None
            and alone.loss not in ancestors((one.loss,))
            and asks_only(one, *fake.results, *real.results)
            and _is_sum(one.loss, fake, real)
            for one in common
        )
    )


def _is_sum(node: Computed, fake: FunctionCalled, real: FunctionCalled) -> bool:
    """Whether something adds or subtracts terms, each of one of the two answers."""
    pending = [node]
    while pending:
        one = pending.pop()
        sides = [_answers(part, fake, real) for part in one.inputs]
        if one.op in SUMS and all(len(side) < 2 for side in sides):
            return True
        pending.extend(part for part, side in zip(one.inputs, sides, strict=True) if len(side) == 2)
    return False


def _answers(node: Computed, fake: FunctionCalled, real: FunctionCalled) -> set[str]:
    behind = ancestors((node,))
    return {
        name for name, call in (("fake", fake), ("real", real)) if behind.intersection(call.results)
    }


def _spares(loss: Minimised, variables: Variables) -> bool:
    """Whether it is known to train none of these, as a generator's loss does the judge."""
    return loss.event.trained is not None and not loss.trained & variables


def tell(rule: Rule, apart: Apart, trace: Trace) -> Finding:
    """The finding, at the later call."""
    first, second = apart.pair.first, apart.pair.second
    names = tuple(_key(other) for _, other in apart.differing)
    whole = len(apart.differing) == len(second.held)
    count = "one variable" if len(names) == 1 else f"{len(names)} variables"
    what = "variables of its own" if whole else f"{count} of its own"
    held = tuple(_key(one) for one, _ in apart.differing)
    return finding(
        rule,
        second,
        f"this call of `{called(second)}` gets {what}, {listing(names)}, and does not share with "
        f"the call at {place(first.site, second.site)}; {apart.evidence.words}",
        variable=names[0],
        variables=names,
        related=(
            Label(first.site, f"called here first: holds {listing(held)}"),
            Label(apart.differing[0][1].site, "made anew here"),
            *apart.evidence.labels,
        ),
        severity=Severity.WARNING,
        help=_help(apart, trace),
    )


def _key(variable: Variable) -> str:
    return variable.key or variable.name.removesuffix(":0")


def is_of_keras(made: Variable) -> bool:
    """Whether a layer of Keras's made it, or one of the program's own that is derived from it."""
    own = made.key is None and made.made_by.endswith((".add_weight", ".add_variable"))
    return own or made.made_by.startswith("tf.keras.")


def _help(apart: Apart, trace: Trace) -> str:
    made = apart.differing[0][1]
    if is_of_keras(made):
        return (
            "make the layer once, and call that object twice: a Keras layer has variables of its "
            "own, whatever the scope's reuse"
        )
    if made.key is None:
        return (
            "make it with tf.get_variable: tf.Variable always makes a new one, whatever the "
            "scope's reuse"
        )
    if apart.pair.second.library:
        return "give both calls the same name=, under a scope that reuses"
    names = _names(apart)
    copy = "; a copy on purpose needs the first one's values, assigned again as that one learns"
    return (
        f"open the same tf.variable_scope by the same name in both calls{names}, and pass "
        f"reuse=True {'' if trace.before_one else '(or tf.AUTO_REUSE) '}to the second"
        f"{copy if names else ''}"
    )


def _names(apart: Apart) -> str:
    """The two names that differ, where that is the only part and no number that was counted."""
    pairs = {
        (one, other)
        for first, second in apart.differing
        for one, other in zip(_key(first).split("/"), _key(second).split("/"), strict=False)
        if one != other
    }
    if len(pairs) != 1:
        return ""
    ((one, other),) = pairs
    return "" if base(one) == base(other) else f" (`{one}` in the first, `{other}` in this one)"
