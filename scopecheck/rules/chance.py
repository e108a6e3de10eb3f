"""Different functions that AUTO_REUSE lets share a part of their variables."""

from __future__ import annotations

from collections.abc import Iterator

from scopecheck.rules.computation import Variables, ancestors, passed_on
from scopecheck.rules.losses import minimised
from scopecheck.rules.networks import Twice, holds, identity
from scopecheck.trace import FunctionCalled, Reuse, Trace, VariableRequested, compatible


def by_chance(trace: Trace) -> Iterator[Twice]:
    """Pairs of calls of different functions that AUTO_REUSE lets share a part of each."""
    calls = [call for call in trace.of(FunctionCalled) if call.held and not call.library]
    automatic = _automatic(trace)
    if not automatic:
        return
    siblings: dict[int | None, list[tuple[FunctionCalled, Variables]]] = {}
    for second in calls:
        common = holds(second) & automatic
        earlier = siblings.setdefault(second.within, [])
        for first, theirs in earlier if second.made else ():
            names = {name for _, name in common & theirs}
            if first.defined == second.defined or not names:
                continue
            if not names <= first.made or names & second.made:
                continue
            if not compatible(first.under, second.under) or _turned(first, second, common & theirs):
                continue
            if not _mixed(first, second, names):
                continue
            if not _has_a_trunk(first, second, names, calls) and not _are_heads(
                first, second, trace
            ):
                yield Twice(first, second)
        if common:
            earlier.append((second, common))


def halves_by_chance(trace: Trace) -> Iterator[Twice]:
    """Pairs of calls of different functions, the second on what the first returns.

    AUTO_REUSE gives the second all the variables that the first made, and no others.
    """
    calls = [call for call in trace.of(FunctionCalled) if call.held and not call.library]
    automatic = _automatic(trace)
    siblings: dict[int | None, list[FunctionCalled]] = {}
    for second in calls if automatic else ():
        if len(second.tensors) != 1:
            continue
        earlier = siblings.setdefault(second.within, [])
        found = not second.made and holds(second) <= automatic
        for first in earlier if found else ():
            if (
                first.defined != second.defined
                and holds(first) == holds(second)
                and first.made == {variable.name for variable in second.held}
                and second.tensors[0] in first.results
                and compatible(first.under, second.under)
                and not _turned(first, second, holds(first))
                and not _has_a_trunk(first, second, set(first.made), calls)
            ):
                yield Twice(first, second)
        earlier.append(second)


def _automatic(trace: Trace) -> Variables:
    """The variables that AUTO_REUSE found."""
    return frozenset(
        identity(request.variable)
        for request in trace.of(VariableRequested)
        if request.outcome == "shared"
        and request.scope.reuse is Reuse.AUTO
        and request.variable is not None
    )


def _has_a_trunk(
    first: FunctionCalled, second: FunctionCalled, names: set[str], calls: list[FunctionCalled]
) -> bool:
    """Whether both call one function that holds just what they share: a trunk of its own."""
    trunks = [call for call in calls if {variable.name for variable in call.held} == names]
    mine = {call.defined for call in trunks if call.within == first.number}
    return any(call.within == second.number and call.defined in mine for call in trunks)


def _are_heads(first: FunctionCalled, second: FunctionCalled, trace: Trace) -> bool:
    """Whether two calls take the same input and every loss needs both: two heads of one network."""
    if not set(first.tensors) & set(second.tensors):
        return False
    behind = [one.behind for one in minimised(trace)]
    spared = [
        (nodes.isdisjoint(first.results), nodes.isdisjoint(second.results)) for nodes in behind
    ]
    reaching = [both for both in spared if both != (True, True)]
    return bool(reaching) and not any(any(both) for both in reaching)


def _turned(first: FunctionCalled, second: FunctionCalled, common: Variables) -> bool:
    """Whether one of the two uses a common variable transposed: weights tied on purpose."""
    return any(
        node.op in ("Transpose", "TransposedMatMul")
        and any((passed_on(part).graph, passed_on(part).variable) in common for part in node.inputs)
        for node in ancestors((*first.results, *second.results))
    )


def _mixed(first: FunctionCalled, second: FunctionCalled, common: set[str]) -> bool:
    """Whether each has variables of its own in the scope of a common one."""
    scopes = {name.rpartition("/")[0].rpartition("/")[0] for name in common}

    def own(call: FunctionCalled) -> bool:
        return any(
            variable.name not in common
            and variable.name.rpartition("/")[0].rpartition("/")[0] in scopes
            for variable in call.held
        )

    return own(first) and own(second)
