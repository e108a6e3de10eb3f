"""Partitioned variables: ``NAME/part_0`` and on.

Source: tensorflow/python/ops/variable_scope.py, ``_VariableStore._get_partitioned_variable``.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from scopecheck.models import naming
from scopecheck.models.initial import is_callable
from scopecheck.models.messages import shape_text, value_text
from scopecheck.models.tensors import Tensor
from scopecheck.models.world import current, update
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.values import Items, Unknown, Value
from scopecheck.trace import Refusal, Reuse

if TYPE_CHECKING:
    from scopecheck.models.variable_store import Request
    from scopecheck.symbolic.machine import Machine


class PartitionedTensor(Tensor):
    """A partitioned variable: the whole as a tensor, the parts when iterated over."""

    __slots__ = ()

    def iterate(self, m: Machine) -> Items:
        """The parts, in order."""
        return Items(self.inputs)


def find_or_create(m: Machine, request: Request) -> Value:
    """A partitioned variable: checked and shared, or made part by part."""
    from scopecheck.models import variable_store as store

    graph = current(m)
    name = naming.shown(request.name)
    if request.partitioner is not None and is_callable(m, request.partitioner) is False:
        raise store.refuse(
            m,
            request,
            Refusal.ARGUMENT,
            f"Partitioner must be callable, but received: {request.partitioner}",
        )
    if request.name in graph.store:
        raise store.refuse(
            m,
            request,
            Refusal.ARGUMENT,
            "A partitioner was provided, but an unpartitioned version of the variable was "
            f"found: {name}."
            "  Perhaps a variable of the same name was already created without partitioning?",
        )
    store._read_dtype(m, request)
    store._read_shape(m, request)
    counts: tuple[int, ...] | None = None
    if request.scope.reuse is not Reuse.ON or request.partitioner is not None:
        counts = _counts(m, request)
    found = graph.partitioned.get(request.name)
    if found is not None:
        if request.scope.reuse is Reuse.OFF:
            raise store.refuse(
                m,
                request,
                Refusal.EXISTS,
                f"Partitioned variable with name {name} already exists. Did you mean to set "
                "reuse=True "
                "or reuse=tf.AUTO_REUSE in VarScope?",
            )
        dims, dtype, parts, tensor = found
        if store.incompatible(request.dims, dims):
            raise store.refuse(
                m,
                request,
                Refusal.SHAPE,
                f"Trying to reuse partitioned variable {name}, but specified shape "
                f"{shape_text(m, request.dims)} and found shape {shape_text(m, dims)}.",
            )
        if request.dtype_named and dtype and request.dtype_named != dtype:
            raise store.refuse(
                m,
                request,
                Refusal.DTYPE,
                f"Trying to reuse partitioned variable {name}, but specified dtype "
                f"{request.dtype_named} "
                f"and found dtype {dtype}.",
            )
        if counts is not None and counts != parts:
            raise store.refuse(
                m,
                request,
                Refusal.ARGUMENT,
                f"Trying to reuse partitioned variable {name}, but specified partitions "
                f"{list(counts)} "
                f"and found partitions {list(parts)}.",
            )
        return tensor
    if request.scope.reuse is Reuse.ON:
        raise store.refuse(
            m,
            request,
            Refusal.MISSING,
            f"PartitionedVariable {name} does not exist, or was not created with "
            "tf.get_variable(). Did you "
            "mean to set reuse=False or reuse=tf.AUTO_REUSE in VarScope?",
        )
    if counts is None or not isinstance(request.dims, tuple):
        m.undecided(name, "the partitioner's result is not known", 1)
        return Tensor(m.unknown().key, "Variable", (), request.dims, request.dtype_named)
    return _make(m, request, counts)


def _counts(m: Machine, request: Request) -> tuple[int, ...] | None:
    from scopecheck.models import variable_store as store
    from scopecheck.models.tensors import DType, Shape

    dims = request.dims
    if dims is None or (isinstance(dims, tuple) and None in dims):
        raise store.refuse(
            m,
            request,
            Refusal.SHAPE_UNDEFINED,
            "Shape of a new partitioned variable must be fully defined, but instead was "
            f"{shape_text(m, dims)}.",
        )
    if dims == ():
        raise store.refuse(
            m,
            request,
            Refusal.ARGUMENT,
            "A partitioned Variable must have rank at least 1, shape: ()",
        )
    given = m.call(
        request.partitioner, (), shape=Shape(dims), dtype=DType(request.dtype_named or "float32")
    )
    if isinstance(given, (Unknown, Tensor)):
        return None
    held = iterate(m, given)
    if held is None:
        raise store.refuse(
            m,
            request,
            Refusal.ARGUMENT,
            f"Partitioner must return a sequence, but saw: {value_text(m, given)}",
        )
    counts = tuple(one for one in held.items if isinstance(one, int))
    if held.open or len(counts) != len(held.items) or not isinstance(dims, tuple):
        return None
    if len(counts) != len(dims):
        raise store.refuse(
            m,
            request,
            Refusal.ARGUMENT,
            "Partitioner returned a partition list that does not match the Variable's rank: "
            f"{list(counts)} vs. {shape_text(m, dims)}",
        )
    if any(count < 1 for count in counts):
        raise store.refuse(
            m,
            request,
            Refusal.ARGUMENT,
            f"Partitioner returned zero partitions for some axes: {list(counts)}",
        )
    if sum(count > 1 for count in counts) > 1:
        raise store.refuse(
            m,
            request,
            Refusal.ARGUMENT,
            "Can only slice a variable along one dimension: shape: "
            f"{shape_text(m, dims)}, partitioning: {list(counts)}",
        )
    return counts


def _make(m: Machine, request: Request, counts: tuple[int, ...]) -> Value:
    from scopecheck.models import variable_store as store

    dims: Any = request.dims
    axis = next((i for i, count in enumerate(counts) if count > 1), 0)
    count, size = counts[axis], dims[axis]
    parts: list[Value] = []
    for index in range(count):
        length = size // count + (index < size % count) if isinstance(size, int) else size
        sizes: tuple[Any, ...] = (*dims[:axis], length, *dims[axis + 1 :])
        part = replace(
            request,
            name=f"{request.name}/part_{index}",
            shape=m.new_list(sizes),
            partitioner=None,
        )
        part.dims = sizes
        parts.append(store._create(m, part, True))
    tensor = PartitionedTensor(
        ("partitioned", request.name), "Concat", tuple(parts), dims, request.dtype_named
    )
    graph = current(m)
    held = (dims, request.dtype_named, counts, tensor)
    update(m, graph, partitioned=graph.partitioned.set(request.name, held))
    return tensor
