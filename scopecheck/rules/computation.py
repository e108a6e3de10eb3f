"""What the tensors of a trace depend on: the variables behind a loss, the calls between."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from scopecheck.trace import GIVEN, Computed

Variables = frozenset[tuple[int, str]]
"""Variables by graph and name."""


def ancestors(tensors: Iterable[Computed], cut: Iterable[Computed] = ()) -> set[Computed]:
    """Everything that tensors were computed from, themselves included; not beyond ``cut``."""
    seen: set[Computed] = set()
    stop = set(cut)
    pending = list(tensors)
    while pending:
        one = pending.pop()
        if one not in seen:
            seen.add(one)
            if one not in stop:
                pending.extend(one.inputs)
    return seen


def behind_gradient(tensors: Iterable[Computed]) -> set[Computed]:
    """Everything that a gradient of these tensors flows to."""
    seen: set[Computed] = set()
    pending = list(tensors)
    while pending:
        one = pending.pop()
        if one not in seen:
            seen.add(one)
            if one.gradient:
                pending.extend(one.inputs)
    return seen


def run_with(tensors: Iterable[Computed]) -> set[Computed]:
    """Everything that runs when these are fetched, control dependencies included."""
    seen: set[Computed] = set()
    pending = list(tensors)
    while pending:
        one = pending.pop()
        if one not in seen:
            seen.add(one)
            pending.extend(one.inputs)
            pending.extend(one.after)
    return seen


def may_update(run: Iterable[Computed]) -> bool:
    """Whether something unknown is run; what an entry was given is older than all its updates."""
    return any(one.lost and one.op != GIVEN for one in run)


def made_from(tensors: Iterable[Computed], variables: Variables) -> set[Computed]:
    """Those of the tensors' ancestors that some variables are behind, the variables included."""
    made: set[Computed] = set()
    done: set[Computed] = set()
    pending = [(one, False) for one in tensors]
    while pending:
        one, ready = pending.pop()
        if ready:
            own = one.variable is not None and (one.graph, one.variable) in variables
            if own or any(part in made for part in one.inputs):
                made.add(one)
        elif one not in done:
            done.add(one)
            pending.append((one, True))
            pending.extend((part, False) for part in one.inputs)
    return made


def variables_in(tensors: Iterable[Computed]) -> Variables:
    """The variables among tensors."""
    return frozenset((one.graph, one.variable) for one in tensors if one.variable is not None)


PASSING = ("Identity", "Reshape", "StopGradient", "Cast", "ReadVariableOp")


def passed_on(node: Computed, through: Sequence[str] = PASSING) -> Computed:
    """What an operation only passes on. through: the kinds that do."""
    while node.op in through and node.inputs:
        node = node.inputs[0]
    return node


def is_lost(tensors: Iterable[Computed]) -> bool:
    """Whether something unknown is among them."""
    return any(one.lost for one in tensors)


def consumers(tensors: Iterable[Computed]) -> Iterator[tuple[Computed, Computed]]:
    """Every pair of an operation and one of its inputs."""
    for one in tensors:
        for other in one.inputs:
            yield other, one
