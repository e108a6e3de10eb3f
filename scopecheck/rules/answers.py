"""What a loss asks of a network's answer, and what else it depends on."""

from __future__ import annotations

from collections.abc import Iterator, Set

from scopecheck.rules.computation import Variables, ancestors, variables_in
from scopecheck.rules.losses import Minimised
from scopecheck.trace import Computed

LINEAR = ("Neg", "Mean", "Sum", "Mul", "RealDiv", "Squeeze", "Reshape", "Identity")
ADDED = ("Add", "AddV2", "AddN", "Sub")
CONSTANT = ("Const", "OnesLike", "ZerosLike", "Fill", "Ones", "Zeros")


def asked(one: Minimised) -> Computed:
    """What a loss raises or lowers, where it is nothing but the mean of it."""
    node = one.loss
    while node.op in LINEAR:
        data = _data(node)
        if len(data) != 1:
            break
        node = data[0]
    return node


def asks_only(one: Minimised, *answers: Computed) -> bool:
    """Whether what a loss has of the judge's answer depends on no data but through it.

    A loss that holds the answer against labels of its own trains judge and producer together,
    on purpose. What is only added to it, as the error of a reconstruction, says nothing.
    """
    told = _questions(one, answers)
    return bool(told) and all(told)


def asks_too(one: Minimised, *answers: Computed) -> bool:
    """Whether some part of a loss does, whatever else it has of the answer."""
    return any(_questions(one, answers))


def _questions(one: Minimised, answers: tuple[Computed, ...]) -> list[bool]:
    """Of each part of a loss that has some of the answer, whether it has no other data."""
    wanted = set(answers)
    same = {part for part in ancestors((one.loss,)) if part.op in CONSTANT}  # whatever it gets
    parts = [ancestors((term,), wanted | same) for term in terms(one.loss, wanted)]
    mine = [behind - wanted for behind in parts if behind & wanted]
    return [not any(map(is_given, behind)) for behind in mine]


def is_given(part: Computed) -> bool:
    """Whether it is data: nothing that is computed, no variable and no constant."""
    return not part.inputs and part.variable is None and part.op not in CONSTANT


def terms(loss: Computed, whole: Set[Computed] = frozenset()) -> Iterator[Computed]:
    """The parts that a loss is the sum of; whole: what isn't taken apart, though it is a sum."""
    seen: set[Computed] = set()
    pending = [loss]
    while pending:
        node = pending.pop()
        if node in seen:
            continue
        seen.add(node)
        data = _data(node)
        if node not in whole and (node.op in ADDED or (node.op in LINEAR and len(data) == 1)):
            pending.extend(data)
        else:
            yield node


def taken_off(loss: Computed, part: Computed) -> bool:
    """Whether a part is subtracted in a loss: who lowers the loss raises the part."""
    pending = [(loss, False)]
    seen: set[tuple[Computed, bool]] = set()
    while pending:
        node, less = pending.pop()
        if node is part:
            return less
        if (node, less) not in seen and node.op in (*ADDED, *LINEAR):
            seen.add((node, less))
            for place, one in enumerate(node.inputs):
                turned = node.op == "Neg" or (node.op == "Sub" and place == 1)
                pending.append((one, less is not turned))
    return False


def agreed(one: Minimised, other: Minimised, variables: Variables) -> bool:
    """Whether one loss depends on variables only through terms that the other lowers as well."""
    theirs = set(terms(other.loss))
    shared = {
        term
        for term in terms(one.loss)
        if term in theirs and taken_off(one.loss, term) is taken_off(other.loss, term)
    }
    return bool(shared) and not variables & variables_in(ancestors((one.loss,), shared))


def _data(node: Computed) -> list[Computed]:
    return [part for part in node.inputs if part.inputs or part.variable is not None]
