"""The networks of a trace: calls of one function that are to be held against each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from scopecheck.rules.computation import Variables, ancestors, variables_in
from scopecheck.rules.unknown_names import may_be_one
from scopecheck.trace import (
    Computed,
    FunctionCalled,
    Trace,
    Variable,
    VariableAssigned,
    compatible,
    once,
)


def identity(variable: Variable) -> tuple[int, str]:
    """What tells variables apart: the graph and the name."""
    return variable.graph, variable.name


def holds(call: FunctionCalled) -> Variables:
    """The variables that a call got."""
    return frozenset(identity(one) for one in call.held)


@once
def networks(trace: Trace) -> list[list[FunctionCalled]]:
    """The calls of each function, or of each of TensorFlow's layers, that got variables."""
    groups: dict[object, list[FunctionCalled]] = {}
    for call in trace.of(FunctionCalled):
        if call.held:
            key = (call.function, call.graph) if call.library else (call.defined, call.graph)
            groups.setdefault(key, []).append(call)
    return [calls for calls in groups.values() if len(calls) > 1]


@dataclass(frozen=True, slots=True)
class Twice:
    """Two calls of one network, in order, that one run can make beside each other."""

    first: FunctionCalled
    second: FunctionCalled


def beside(calls: Sequence[FunctionCalled]) -> Iterator[Twice]:
    """The pairs of calls that were made by the same caller and can happen in one run."""
    siblings: dict[int | None, list[FunctionCalled]] = {}
    for second in calls:
        earlier = siblings.setdefault(second.within, [])
        for first in earlier:
            if compatible(first.under, second.under):
                yield Twice(first, second)
        earlier.append(second)


@once
def _by_number(trace: Trace) -> dict[int | None, FunctionCalled]:
    return {call.number: call for call in trace.of(FunctionCalled)}


def callers(trace: Trace, call: FunctionCalled) -> Iterator[FunctionCalled]:
    """The calls that a call was made in, innermost first."""
    known = _by_number(trace)
    within = known.get(call.within)
    while within is not None:
        yield within
        within = known.get(within.within)


def by_other_ways(trace: Trace, calls: Sequence[FunctionCalled]) -> Iterator[Twice]:
    """The pairs of calls that two functions made which make nothing else that is trained.

    Both functions were called by the same caller, and can be in one run.
    """
    ways: dict[int | None, list[tuple[FunctionCalled, FunctionCalled]]] = {}
    for second in calls:
        way = second if second.library else _way(trace, second)
        if way is second:
            continue
        earlier = ways.setdefault(way.within, [])
        for first, other in earlier:
            if way.defined != other.defined and compatible(first.under, second.under):
                yield Twice(first, second)
        earlier.append((second, way))


def in_two_calls(trace: Trace, calls: Sequence[FunctionCalled]) -> Iterator[Twice]:
    """The pairs of calls of the program's functions that two calls of one caller made."""
    known = _by_number(trace)
    cousins: dict[int | None, list[FunctionCalled]] = {}
    for second in calls:
        caller = known.get(second.within)
        if second.library or caller is None:
            continue
        earlier = cousins.setdefault(caller.within, [])
        for first in earlier:
            if first.within != second.within and compatible(first.under, second.under):
                yield Twice(first, second)
        earlier.append(second)


def _way(trace: Trace, call: FunctionCalled) -> FunctionCalled:
    """The outermost of the calls around a call that hold the same trainable variables."""
    way, own = call, _trainable(call)
    for one in callers(trace, call):
        if _trainable(one) != own:
            break
        way = one
    return way


def _trainable(call: FunctionCalled) -> Variables:
    return frozenset(identity(one) for one in call.held if one.trainable)


def unshared(pair: Twice) -> tuple[tuple[Variable, Variable], ...]:
    """The variables that two calls of the same build hold one each, place by place.

    Empty where the two calls build different things, or share everything, or may share it by
    names that have unknown parts. What one of them makes
    beside that for training, such as an optimizer's slots, is passed over.
    """
    one, other = pair.first.held, pair.second.held
    if len(one) != len(other):
        one, other = (tuple(v for v in held if v.trainable) for held in (one, other))
    if len(one) != len(other):
        return ()
    differing = []
    for a, b in zip(one, other, strict=True):
        if a is b or identity(a) == identity(b):
            continue
        alike = a.shape == b.shape and a.dtype == b.dtype and a.trainable == b.trainable
        if not alike or may_be_one(a.name, b.name):
            return ()
        differing.append((a, b))
    if not differing:
        return ()
    mine, theirs = holds(pair.first), holds(pair.second)
    if any(identity(a) in theirs or identity(b) in mine for a, b in differing):
        return ()
    return tuple(differing)


def independent(one: FunctionCalled, other: FunctionCalled) -> bool:
    """Whether the inputs of two calls differ, neither computed from the other's output.

    What both take (a label, a flag for training) is passed over.
    """
    common = set(one.tensors) & set(other.tensors)
    mine, theirs = (set(call.tensors) - common for call in (one, other))
    if not mine or not theirs:
        return False
    outputs, later = set(one.results), set(other.results)
    return not (ancestors(theirs) & outputs or ancestors(mine) & later)


Users = Mapping[tuple[int, str], Sequence[FunctionCalled]]
"""The calls that hold a variable."""


def users(calls: Sequence[FunctionCalled]) -> Users:
    """The calls of a network that hold each of its variables."""
    found: dict[tuple[int, str], list[FunctionCalled]] = {}
    for call in calls:
        for one in holds(call):
            found.setdefault(one, []).append(call)
    return found


def called_again(pair: Twice, held_by: Users) -> bool:
    """Whether another call of the network shares the variables of one of the two.

    It has to be in one run with both: what goes by these names on another way is not shared.
    """
    own = {identity(one) for both in unshared(pair) for one in both}
    both = (pair.first, pair.second)
    return any(
        all(call is not one and compatible(call.under, one.under) for one in both)
        for name in own
        for call in held_by[name]
    )


def branches(pair: Twice, trace: Trace) -> bool:
    """Whether a call in their scope joins both answers with variables of its own.

    Then the two are branches of one network, and the scope's reuse is for the whole of it. The
    call may be made further out, where what made the two answers has returned.
    """
    first, second = pair.first, pair.second
    own = holds(first) | holds(second)
    places = {second.within, *(call.within for call in callers(trace, second))}
    return any(
        call.within in places
        and call.scope == second.scope
        and bool(holds(call) - own)
        and all(ancestors(call.tensors).intersection(one.results) for one in (first, second))
        for call in trace.of(FunctionCalled)
    )


def parts(pair: Twice, trace: Trace) -> bool:
    """Whether their scope holds two layers of their kind on the input of one of the two.

    If its reuse were to share layers of different lines, those two would be one: as the keys and
    the values of an attention, which are read from the same input.
    """
    second = pair.second
    read: dict[object, FunctionCalled] = {}
    for call in trace.of(FunctionCalled):
        if (call.function, call.within, call.scope) != (
            second.function,
            second.within,
            second.scope,
        ):
            continue
        earlier = read.setdefault(call.tensors, call)
        apart = call.site != earlier.site and not holds(call) & holds(earlier)
        if apart and call.tensors in (pair.first.tensors, second.tensors):
            return True
    return False


def copied(trace: Trace, pair: Twice) -> bool:
    """Whether the program assigns from the variables of one call to those of the other."""
    differing = unshared(pair)
    first = frozenset(identity(a) for a, _ in differing)
    second = frozenset(identity(b) for _, b in differing)
    for event in trace.of(VariableAssigned):
        sources = variables_in(ancestors(event.values))
        target = identity(event.variable)
        if (target in first and sources & second) or (target in second and sources & first):
            return True
    return False


def trained_behind(tensors: Sequence[Computed], own: Variables, trainable: Variables) -> Variables:
    """The trainable variables outside a network that its inputs are computed from."""
    return (variables_in(ancestors(tensors)) & trainable) - own
