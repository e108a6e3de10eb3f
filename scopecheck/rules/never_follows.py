"""Networks that are to follow another and never do: a list is empty, or goes the other way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scopecheck.rules.build import finding
from scopecheck.rules.computation import (
    Variables,
    ancestors,
    is_lost,
    passed_on,
    variables_in,
)
from scopecheck.rules.finding import Finding, Label
from scopecheck.rules.losses import minimised, trainables
from scopecheck.rules.networks import identity
from scopecheck.rules.rule import Rule
from scopecheck.rules.trained_copies import is_run_after
from scopecheck.rules.wording import listing, quoted
from scopecheck.trace import (
    CollectionRead,
    GraphRestored,
    Trace,
    Undecided,
    Variable,
    VariableAssigned,
    VariableMade,
    VariableRequested,
    once,
)

VARIABLES = ("trainable_variables", "variables")


@dataclass(frozen=True, slots=True)
class Lacking:
    """A list that is empty; named: what has its scope further on, and keeps its first values."""

    read: CollectionRead
    named: tuple[Variable, ...]


@dataclass(frozen=True, slots=True)
class Backwards:
    """An assignment to what is trained; sources: whose first values it gets again and again.

    needed: whether a loss needs them.
    """

    assigned: VariableAssigned
    sources: tuple[Variable, ...]
    needed: bool


def check(rule: Rule, trace: Trace) -> Iterator[Finding]:
    """One finding for an empty list, and one for assignments that go the other way."""
    yield from (_of_list(rule, found) for found in _lacking(trace))
    yield from (_of_copy(rule, found) for found in _backwards(trace))


def _lacking(trace: Trace) -> Iterator[Lacking]:
    """Each empty list of what a loss needs, and no step and no assignment ever changes."""
    empty = [event for event in trace.of(CollectionRead) if _is_empty(event)]
    kept = _kept(trace) if empty else frozenset()
    for read in empty:
        named = tuple(one for one in _before(trace, read) if identity(one) in kept)
        whole = [one for one in trainables(trace).values() if _further_on(read, one)]
        if named and len(named) == len(whole):
            yield Lacking(read, named)
            return


def _backwards(trace: Trace) -> Iterator[Backwards]:
    """The assignments that give such values to what a step trains, once it has made a step.

    They may be those of a network that no loss needs, where several others get them: those were
    to bring it what they learn.
    """
    kept = _kept(trace) | _given_to_several(trace)
    known = trainables(trace)
    for one in minimised(trace) if kept else ():
        found = {
            known[source]: event
            for event in trace.of(VariableAssigned)
            for source in variables_in(map(passed_on, event.values)) & kept
            if identity(event.variable) in one.trained
            and known[source].shape == event.variable.shape
            and is_run_after(trace, event, one)
        }
        if found:
            needed = not _kept(trace).isdisjoint(map(identity, found))
            yield Backwards(next(iter(found.values())), tuple(found), needed)
            return


@once
def _kept(trace: Trace) -> Variables:
    """What a loss needs and nothing changes; empty where something could do so unseen."""
    needs = ancestors(one.loss for one in minimised(trace))
    return variables_in(needs) & _unchanged(trace) if not is_lost(needs) else frozenset()


@once
def _unchanged(trace: Trace) -> Variables:
    """What is trainable and nothing changes; empty where something could do so unseen."""
    if not trace.closed or any(True for _ in (*trace.of(GraphRestored), *trace.of(Undecided))):
        return frozenset()
    steps = minimised(trace)
    changed = frozenset[tuple[int, str]]().union(*(one.listed | one.trained for one in steps))
    changed |= {identity(event.variable) for event in trace.of(VariableAssigned)}
    return frozenset(trainables(trace)) - changed


def _given_to_several(trace: Trace) -> Variables:
    """What nothing changes and is assigned to several variables, each trained by a step of its own.

    One that is set back to what it began with, as between two experiments, gets that alone.
    """
    trained = [frozenset(one.trained) for one in minimised(trace)]
    found: dict[tuple[int, str], set[tuple[int, str]]] = {}
    for event in trace.of(VariableAssigned) if len(trained) > 1 else ():
        for source in variables_in(map(passed_on, event.values)):
            found.setdefault(source, set()).add(identity(event.variable))
    several = frozenset(
        source
        for source, targets in found.items()
        if len({one for one in trained if one & targets}) > 1
    )
    return several & _unchanged(trace) if several else several


def _is_empty(event: CollectionRead) -> bool:
    return event.lacking is not None and event.key in VARIABLES


def _further_on(read: CollectionRead, variable: Variable) -> bool:
    return variable.graph == read.graph and f"/{read.lacking}" in variable.name


def _before(trace: Trace, read: CollectionRead) -> Iterator[Variable]:
    """The trainable variables that were there, and have the scope behind another one."""
    known: set[tuple[int, str]] = set()
    for event in trace.events:
        if event is read:
            return
        if isinstance(event, (VariableMade, VariableRequested)):
            variable = event.variable
            if variable is not None and variable.trainable and _further_on(read, variable):
                if identity(variable) not in known:
                    known.add(identity(variable))
                    yield variable


def _of_list(rule: Rule, found: Lacking) -> Finding:
    """The finding, where the list is read."""
    names = tuple(variable.name.removesuffix(":0") for variable in found.named)
    scope = found.read.lacking or ""
    before = names[0][: names[0].index(f"/{scope}") + 1]
    return finding(
        rule,
        found.read,
        f"this list is empty: the scope `{scope}` is matched at the beginning of a name, "
        f"and {listing(names)} {_begin(names)} with `{before}`; nothing trains or sets "
        f"{'it' if len(names) == 1 else 'them'}",
        variable=names[0],
        variables=names,
        related=[Label(variable.site, "made here") for variable in found.named[:1]],
        help=f"ask for `{before}{scope}`",
    )


def _begin(names: Sequence[str]) -> str:
    return "begins" if len(names) == 1 else "begin"


def _of_copy(rule: Rule, found: Backwards) -> Finding:
    """The finding, at the assignment."""
    names = tuple(variable.name.removesuffix(":0") for variable in found.sources)
    target = found.assigned.variable.name.removesuffix(":0")
    if found.needed:
        help = f"turn the assignment round: {quoted(names[0])} is to get the value of "
        help += quoted(target)
    else:
        help = f"apply the gradients to {quoted(names[0])}, instead of to what only gets its values"
    return finding(
        rule,
        found.assigned,
        f"this gives {quoted(target)}, which a step trains, the values of {listing(names[:1])}: "
        f"nothing trains or sets {listing(names)}, so that each such run undoes what was learnt",
        variable=names[0],
        variables=names,
        related=[Label(variable.site, "made here") for variable in found.sources[:1]],
        help=help,
    )
