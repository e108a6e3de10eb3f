"""Queues that a program makes itself, and staging areas: what they give has static shapes.

Source: tensorflow/python/ops/data_flow_ops.py, ``QueueBase``, ``StagingArea``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.models import naming
from scopecheck.models.constants import number_of
from scopecheck.models.ops.arguments import dtype_given
from scopecheck.models.ops.array import whole
from scopecheck.models.refusal import refuse_argument
from scopecheck.models.registry import Model, Signature
from scopecheck.models.tensors import UNSEEN, Dim, Dims, DType, Shape, dims_of, operation
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.values import Builtin, Foreign, ListRef, Text, Value

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine

_REST = "shapes=None, names=None, shared_name=None, name=None"
_SIGNATURES = {
    "FIFOQueue": Signature(f"capacity, dtypes, {_REST}"),
    "PaddingFIFOQueue": Signature(f"capacity, dtypes, {_REST}"),
    "PriorityQueue": Signature(f"capacity, types, {_REST}"),
    "RandomShuffleQueue": Signature(
        "capacity, min_after_dequeue, dtypes, shapes=None, names=None, seed=None, "
        "shared_name=None, name=None"
    ),
}
_NAMES = {
    "FIFOQueue": "fifo_queue",
    "PaddingFIFOQueue": "padding_fifo_queue",
    "PriorityQueue": "priority_queue",
    "RandomShuffleQueue": "random_shuffle_queue",
}
_AREA = Signature("dtypes, shapes=None, names=None, shared_name=None, capacity=0, memory_limit=0")


class Queue(Foreign):
    """A queue or a staging area.

    parts: static shape and dtype of each component, None where it isn't known how many there
    are. names: of the components, where they have some. name: its operation's, None where
    that isn't known. many: whether one component alone comes in a list, as an area gives it.
    """

    __slots__ = ("many", "name", "names", "parts")

    def __init__(
        self,
        parts: tuple[tuple[Dims, str | None], ...] | None,
        names: tuple[Value, ...] | None,
        name: str | None,
        many: bool = False,
    ) -> None:
        self.parts = parts
        self.names = names
        self.name = name
        self.many = many

    def get_attribute(self, m: Machine, name: str) -> Value:
        """``dequeue()`` and its like, ``enqueue()``, ``size()``, ``dtypes``, ``name``."""
        if name in ("dequeue", "get"):
            return Builtin(name, lambda m, a: self._given(m, None, a.get(0, "name")))
        if name in ("dequeue_many", "dequeue_up_to"):
            return Builtin(name, lambda m, a: self._several(m, name, a))
        if name == "size":
            return Builtin(name, lambda m, a: operation(m, "QueueSizeV2", (), (), "int32"))
        if name in ("enqueue", "enqueue_many", "put", "close", "clear"):
            return Builtin(name, lambda m, a: operation(m, "QueueEnqueueV2", (), UNSEEN, None))
        if name == "dtypes" and self.parts is not None:
            held = [m.unknown("a dtype") if one is None else DType(one) for _, one in self.parts]
            return m.new_list(held)
        if name == "shapes" and self.parts is not None:
            return m.new_list([Shape(dims) for dims, _ in self.parts])
        if name == "names":
            return None if self.names is None else m.new_list(self.names)
        if name == "name" and self.name is not None:
            return naming.decode(m, self.name)
        return m.unknown(name, tame=True)

    def _several(self, m: Machine, method: str, a: Arguments) -> Value:
        """Many elements, with their number in front: up to a number it isn't known."""
        size = whole(number_of(m, a.get(0, "n"))) if method == "dequeue_many" else None
        return self._given(m, (size,), a.get(1, "name"))

    def _given(self, m: Machine, front: tuple[Dim, ...] | None, name: Value) -> Value:
        if self.parts is None:
            made = operation(m, "QueueDequeueV2", (), UNSEEN, None, name)
            made.several = True
            return made
        given: Value = name
        if name is None and self.name is not None:
            given = naming.decode(m, f"{self.name.rpartition('/')[2]}_Dequeue")
        tensors: list[Value] = []
        for dims, dtype in self.parts:
            if front is not None and isinstance(dims, tuple):
                dims = (*front, *dims)
            given = given if isinstance(given, (str, Text)) and not tensors else None
            tensors.append(operation(m, "QueueDequeueV2", (), dims, dtype, given))
        if self.names is not None:
            return m.new_dict(dict(zip(self.names, tensors, strict=False)))
        return tensors[0] if len(tensors) == 1 and not self.many else m.new_list(tensors)


def _listed(m: Machine, value: Value) -> tuple[Value, ...] | None:
    """The items of what may be one value or a list; None where they aren't known."""
    value = needed(m, value)
    if not isinstance(value, (tuple, ListRef)):
        return (value,)
    held = iterate(m, value)
    return None if held is None or held.open else held.items


def _parts(
    m: Machine, kind: str, dtypes: Value, shapes: Value
) -> tuple[tuple[Dims, str | None], ...] | None:
    shapes = needed(m, shapes)
    kinds = _listed(m, dtypes)
    if kinds is None:
        return None
    names = [dtype_given(m, one, None) for one in kinds]
    rows = (None,) * len(names) if shapes is None else _listed(m, shapes)
    if rows is None:
        return tuple((UNSEEN, name) for name in names)
    sizes = [None if shapes is None else dims_of(m, one) for one in rows]
    area = kind == "StagingArea"
    if not area and shapes is not None and all(type(one) in (int, type(None)) for one in rows):
        sizes = [dims_of(m, shapes)]  # what holds nothing but sizes is one shape
    if len(sizes) != len(names):
        subject = "StagingArea shapes must be" if area else "Queue shapes must have"
        message = f"{subject} the same length as dtypes"
        raise refuse_argument(m, kind, "ValueError", message)
    if not area and shapes is not None and kind != "PaddingFIFOQueue":
        if any(one is None or (isinstance(one, tuple) and None in one) for one in sizes):
            message = "All shapes must be fully defined: [TensorShape(…)…]"
            raise refuse_argument(m, kind, "ValueError", message)
    return tuple(zip(sizes, names, strict=True))


def _queue(kind: str) -> Model:
    def make(m: Machine, a: Arguments) -> Value:
        g = _SIGNATURES[kind].bind(m, kind, a)
        parts = _parts(m, kind, g["types" if kind == "PriorityQueue" else "dtypes"], g["shapes"])
        if kind == "PriorityQueue" and parts is not None:
            first: tuple[Dims, str | None] = ((), "int64")
            parts = (first, *parts)
        names = None if g["names"] is None else _listed(m, g["names"])
        name = naming.op_name(
            m, naming.decode(m, naming.given_name(m, g["name"], _NAMES[kind])), ""
        )
        return Queue(parts, names, name)

    return make


def _area(m: Machine, a: Arguments) -> Value:
    g = _AREA.bind(m, "StagingArea", a)
    names = None if g["names"] is None else _listed(m, g["names"])
    return Queue(_parts(m, "StagingArea", g["dtypes"], g["shapes"]), names, None, True)


MODELS: dict[str, Model] = {
    **{f"tf.{kind}": _queue(kind) for kind in _NAMES},
    **{f"tf.queue.{kind}": _queue(kind) for kind in _NAMES},
    "tf.contrib.staging.StagingArea": _area,
    "tf.StagingArea": _area,
}
