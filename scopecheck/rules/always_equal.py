"""Networks of which two answers can't differ, though the program needs both."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from scopecheck.rules.answers import CONSTANT, is_given
from scopecheck.rules.computation import ancestors, passed_on
from scopecheck.rules.losses import minimised
from scopecheck.rules.networks import Twice, beside, holds, networks
from scopecheck.trace import Computed, FunctionCalled, Reuse, Trace, compatible

COMPARING = ("Minimum", "Maximum", "Sub", "SquaredDifference")
PASSING = ("Identity", "Reshape", "Cast", "Squeeze", "ReadVariableOp", "StopGradient")
SCORING = ("CrossEntropyWithLogits", "SigmoidCrossEntropy")
"""How operations end that hold scores against probabilities."""
SCALING = (*PASSING, "RealDiv", "Mul", "Softmax", "Sigmoid")
EACH = ("LogSoftmax", "Softmax", "Log", "Exp", "Sigmoid", "Tanh", "Square")
SIDE_BY_SIDE = ("ConcatV2", "Concat", "Pack")
JOINING = ("ConcatV2", "Concat", "Identity", "Pack")
RANDOM = ("Random", "StatelessRandom", "Truncated", "Multinomial", "Dropout")
LAYER = 2
"""How many variables a layer has at most: weights and biases."""

UNKNOWN = ("PyFunc", "EagerPyFunc")
NAMING = ("reuse", "name", "scope")

Layers = Mapping[Computed, FunctionCalled]
"""The calls of TensorFlow's layers, by what they return."""


def always_equal(trace: Trace) -> Iterator[Twice]:
    """Pairs of calls with the same variables and inputs whose answers are compared or joined.

    Of several calls on the same variables it is the second, wherever the comparison is.
    """
    nodes = ancestors(one.loss for one in minimised(trace))
    compared = [
        (first, second)
        for node in nodes
        if node.op in COMPARING and len(node.inputs) == 2
        for first, second in [_made_alike(*node.inputs)]
        if first is not second and first.op == second.op
    ]
    compared += [
        (first, second)
        for node in nodes
        if node.op.endswith(SCORING) and len(node.inputs) == 2
        for first, second in [tuple(_scaled(one) for one in node.inputs)]
        if first is not second and any(map(_is_cut, node.inputs))
    ]
    compared += [
        pair
        for node in nodes
        if node.op in SIDE_BY_SIDE
        for pair in combinations(dict.fromkeys(map(_passed_on, node.inputs)), 2)
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


def one_layer_twice(trace: Trace) -> Iterator[Twice]:
    """Pairs of calls, beside each other, that AUTO_REUSE makes one layer on one input.

    A loss needs both, and there was no need to compute one thing twice. A function of the
    program is a layer where the same caller also makes others with it.
    """
    behind = [one.behind for one in minimised(trace)]
    for calls in networks(trace) if behind else ():
        for pair in beside(calls):
            first, second = pair.first, pair.second
            if (
                first.site != second.site
                and _by_chance(first, second)
                and bool(set(first.tensors))
                and _is_repeated(first, second, {}, but=(*NAMING, "activation"))
                and (first.library or _makes_others(first, calls))
                and any(_needs(nodes, first) and _needs(nodes, second) for nodes in behind)
            ):
                yield pair


def _by_chance(first: FunctionCalled, second: FunctionCalled) -> bool:
    """Whether nothing but AUTO_REUSE lets the second get the first one's variables."""
    asked = {first.scope.reuse, second.scope.reuse, *first.asked, *second.asked}
    given = (*first.arguments, *second.arguments)
    passed = any("reuse" in name and value not in ("None", "False") for name, value in given)
    trainable = all(variable.trainable for variable in second.held)
    return Reuse.AUTO in asked and Reuse.ON not in asked and trainable and not passed


def _makes_others(one: FunctionCalled, calls: Sequence[FunctionCalled]) -> bool:
    return len(one.held) <= LAYER and any(
        other.within == one.within and not holds(other) & holds(one) for other in calls
    )


def _needs(nodes: frozenset[Computed], call: FunctionCalled) -> bool:
    return not nodes.isdisjoint(call.results)


def _passed_on(node: Computed) -> Computed:
    return passed_on(node, PASSING)


def _made_alike(first: Computed, second: Computed) -> tuple[Computed, Computed]:
    """What two tensors are made of by the same operations on each element, one after the other."""
    first, second = _passed_on(first), _passed_on(second)
    while first.op == second.op and first.op in EACH and first.inputs and second.inputs:
        first, second = _passed_on(first.inputs[0]), _passed_on(second.inputs[0])
    return first, second


def _scaled(node: Computed) -> Computed:
    """What scores or probabilities are made from by operations that keep their order."""
    while node.op in SCALING:
        passes = node.op in PASSING
        data = node.inputs[:1] if passes else [n for n in node.inputs if n.op not in CONSTANT]
        if len(data) != 1:
            break
        node = data[0]
    return node


def _is_cut(node: Computed) -> bool:
    """Whether no gradient flows back from here to what is scaled."""
    while node.op in SCALING and node.op != "StopGradient" and node.inputs:
        node = node.inputs[0]
    return node.op == "StopGradient"


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


def _is_repeated(
    first: FunctionCalled, second: FunctionCalled, layers: Layers, but: Sequence[str] = NAMING
) -> bool:
    """Whether two calls get the same variables and, but for some arguments, all else the same."""
    return (
        bool(first.held)
        and holds(first) == holds(second)
        and first.function == second.function
        and _told_apart(first, but) == _told_apart(second, but)
        and (
            first.receiver == second.receiver
            or _of_new_objects(first, second)
            or _of_equal_objects(first, second, but)
        )
        and first.objects == second.objects
        and _same(first.tensors, second.tensors, layers)
    )


def _of_new_objects(first: FunctionCalled, second: FunctionCalled) -> bool:
    """Whether each of two calls makes an object, which holds nothing before."""
    made = first.function.endswith(".__init__")
    return made and None not in (first.receiver, second.receiver)


def _of_equal_objects(first: FunctionCalled, second: FunctionCalled, but: Sequence[str]) -> bool:
    """Whether two objects of one class hold the same constants, and answer from the same data."""
    if None in (first.receiver, second.receiver):
        return False
    mine, theirs = (
        {node for node in ancestors(call.results) if is_given(node)} for call in (first, second)
    )
    return mine == theirs and _but(first.bound, but) == _but(second.bound, but)


def _told_apart(call: FunctionCalled, but: Sequence[str]) -> list[tuple[str, str]]:
    """The arguments, without those that only switch reuse or name things, or other ones."""
    return _but(call.arguments, but)


def _but(given: Sequence[tuple[str, str]], but: Sequence[str]) -> list[tuple[str, str]]:
    return sorted(one for one in given if not any(word in one[0].lower() for word in but))


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
