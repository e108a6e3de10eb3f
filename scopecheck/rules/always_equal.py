"""Networks of which the program compares two answers that can't differ."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from scopecheck.rules.computation import ancestors, passed_on
from scopecheck.rules.losses import minimised
from scopecheck.rules.networks import Twice, beside, holds, networks
from scopecheck.trace import Computed, FunctionCalled, Trace, compatible

COMPARING = ("Minimum", "Maximum", "Sub", "SquaredDifference")
PASSING = ("Identity", "Reshape", "Cast", "Squeeze", "ReadVariableOp")
JOINING = ("ConcatV2", "Concat", "Identity", "Pack")
RANDOM = ("Random", "StatelessRandom", "Truncated", "Multinomial", "Dropout")
UNKNOWN = ("PyFunc", "EagerPyFunc")

Layers = Mapping[Computed, FunctionCalled]
"""The calls of TensorFlow's layers, by what they return."""


def always_equal(trace: Trace) -> Iterator[Twice]:
    """Pairs of calls with the same variables and inputs whose answers are compared.

    Of several calls on the same variables it is the second, wherever the comparison is.
    """
    nodes = ancestors(one.loss for one in minimised(trace))
    compared = [
        (first, second)
        for node in nodes
        if node.op in COMPARING and len(node.inputs) == 2
        for first, second in [tuple(map(_passed_on, node.inputs))]
        if first is not second and first.op == second.op
    ]
    layers = {
        result: call
        for call in (trace.of(FunctionCalled) if compared else ())
        if call.library
        for result in call.results
    }
    for calls in networks(trace) if compared else ():
        equal = [pair for pair in beside(calls) if _is_equal(pair, layers)]
        if any(_answers(pair, compared) for pair in equal):
            yield equal[0]


def _passed_on(node: Computed) -> Computed:
    return passed_on(node, PASSING)


def _answers(pair: Twice, compared: Sequence[tuple[Computed, Computed]]) -> bool:
    first = {_passed_on(one) for one in pair.first.results}
    second = {_passed_on(one) for one in pair.second.results}
    return any(
        (one in first and other in second) or (other in first and one in second)
        for one, other in compared
    )


def _is_equal(pair: Twice, layers: Layers) -> bool:
    """Whether the second call can only give what the first one gave."""
    first, second = pair.first, pair.second
    return (
        _is_repeated(first, second, layers)
        and compatible(first.under, second.under)
        and not any(map(_varies, ancestors(first.results, first.tensors)))
        and not set(first.results) & set(second.results)
        and _alike(first, second)
    )


def _is_repeated(first: FunctionCalled, second: FunctionCalled, layers: Layers) -> bool:
    """Whether two calls get the same variables and everything else the same."""
    return (
        bool(first.held)
        and holds(first) == holds(second)
        and first.function == second.function
        and _told_apart(first) == _told_apart(second)
        and (first.receiver, first.objects) == (second.receiver, second.objects)
        and _same(first.tensors, second.tensors, layers)
    )


def _told_apart(call: FunctionCalled) -> list[tuple[str, str]]:
    """The arguments, without those that only switch reuse or name things."""
    return sorted(
        (name, value)
        for name, value in call.arguments
        if not any(word in name.lower() for word in ("reuse", "name", "scope"))
    )


def _same(one: Sequence[Computed], other: Sequence[Computed], layers: Layers) -> bool:
    """Whether tensors are the same, joined of the same, or a layer's answer to the same."""
    return len(one) == len(other) and all(
        _is_same(a, b, layers) for a, b in zip(one, other, strict=True)
    )


def _is_same(one: Computed, other: Computed, layers: Layers) -> bool:
    if one is other:
        return True
    if one.op != other.op:
        return False
    if one in layers and other in layers:
        made = not _varies(one)
        return made and _is_repeated(layers[one], layers[other], layers)
    return one.op in JOINING and _same(one.inputs, other.inputs, layers)


def _varies(node: Computed) -> bool:
    """Whether an operation gives something else each time, or isn't known."""
    return node.lost or node.op.startswith(RANDOM) or node.op in UNKNOWN


def _alike(first: FunctionCalled, second: FunctionCalled) -> bool:
    """Whether both calls made the same operations."""

    def made(call: FunctionCalled) -> list[tuple[str, str]]:
        nodes = ancestors(call.results, call.tensors)
        return sorted((node.op, node.variable or "") for node in nodes)

    return made(first) == made(second)
