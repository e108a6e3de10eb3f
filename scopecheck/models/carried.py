"""What a loop carries from one pass to the next: gradients flow through earlier passes, too.

A body is built once. What it gives of one variable may depend on another one only through
the value that the pass before gave of that.
"""

from collections.abc import Callable

from scopecheck.models.rnn.nest import flatten
from scopecheck.models.tensor_arrays import TensorArray
from scopecheck.models.tensors import Tensor
from scopecheck.models.training.gradients import reached
from scopecheck.symbolic.machine import Machine
from scopecheck.symbolic.values import Value


def carried(m: Machine, loop: Value, result: Value) -> Callable[[Tensor], tuple[Tensor, ...]]:
    """For each tensor that a body gives, those of earlier passes that a gradient gets to.

    loop: the variables as the body sees them. result: what it gives of them, in the same
    structure; where the structures differ nothing is known to be carried.
    """
    entered, made = _leaves(m, loop), _leaves(m, result)
    if len(entered) != len(made):
        return lambda one: ()
    before = {
        variable: one
        for variable, one in zip(entered, made, strict=True)
        if isinstance(variable, Tensor) and isinstance(one, Tensor)
    }
    next_to = {
        one: [before[part] for part in reached(one) or () if part in before]
        for one in before.values()
    }

    def earlier(one: Tensor) -> tuple[Tensor, ...]:
        found: dict[Tensor, None] = {}
        pending = list(next_to.get(one, ()))
        while pending:
            other = pending.pop()
            if other not in found:
                found[other] = None
                pending.extend(next_to[other])
        found.pop(one, None)
        return tuple(found)

    return earlier


def _leaves(m: Machine, value: Value) -> list[Value]:
    """What a structure holds, in its order; of an array the tensor that is its flow."""
    held = flatten(m, value)
    return [one.flow if isinstance(one, TensorArray) else one for one in held]
