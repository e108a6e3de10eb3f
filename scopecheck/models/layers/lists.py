"""The lists of a layer's variables: all, those that are trained, and the others.

Source: tensorflow/python/layers/base.py and keras/engine/base_layer.py, ``add_weight``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models.store.partitions import PartitionedTensor
from scopecheck.symbolic.values import Value

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine

LISTED = frozenset(
    f"{kind}{name}"
    for kind in ("", "trainable_", "non_trainable_")
    for name in ("variables", "weights")
)


def listed(m: Machine, name: str, held: tuple[Value, ...]) -> tuple[Value, ...]:
    """Some of a layer's variables, the trained ones first.

    What is in parts is never among those; TensorFlow 2 lists each part.
    """
    trained: list[Value] = []
    others: list[Value] = []
    for one in held:
        if isinstance(one, PartitionedTensor):
            others += [one] if m.world.tensorflow == "1.15" else one.inputs
        elif getattr(one, "trainable", True):
            trained.append(one)
        else:
            others.append(one)
    if name.startswith("trainable"):
        return tuple(trained)
    return tuple(others if name.startswith("non") else [*trained, *others])
