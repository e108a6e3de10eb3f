"""Partitioned variables: ``NAME/part_0`` and on.

Source: tensorflow/python/ops/variable_scope.py, ``_VariableStore._get_partitioned_variable``.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from scopecheck.models import naming
from scopecheck.models.classes import is_instance
from scopecheck.models.messages import no_attribute, shape_text, type_text, value_text
from scopecheck.models.shapes import merge
from scopecheck.models.store.asked_shape import incompatible, read_dtype, read_shape
from scopecheck.models.store.initial import constant_of, dtype_name, is_callable
from scopecheck.models.store.new_variables import create
from scopecheck.models.store.requests import refuse
from scopecheck.models.tensors import DType, Shape, Tensor, operation
from scopecheck.models.world import current, update
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.values import Builtin, Items, Unknown, Value
from scopecheck.trace import Refusal, Reuse

if TYPE_CHECKING:
    from scopecheck.models.store.requests import Request
    from scopecheck.symbolic.machine import Machine


class PartitionedTensor(Tensor):
    """A partitioned variable: the whole as a tensor, the parts when iterated over."""

    __slots__ = ()

    def is_instance(self, m: Machine, kind: Value) -> Value:
        """A PartitionedVariable is neither a tensor nor a variable."""
        return is_instance(m, frozenset(), kind)

    def iterate(self, m: Machine) -> Items:
        """The parts, in order."""
        return Items(self.inputs)

    def get_attribute(self, m: Machine, name: str) -> Value:
        """It has little of what a tensor or a variable has."""
        if name in _NOT_ITS_OWN:
            message = f"'PartitionedVariable' object has no attribute '{name}'"
            raise m.fail("AttributeError", message)
        if name == "name":
            return naming.decode(m, self.key[-1])
        if name == "as_tensor":
            whole = operation(m, "Concat", self.inputs, self.shape, self.dtype)
            return Builtin(name, lambda m, a: whole)
        return super().get_attribute(m, name)


_NOT_ITS_OWN = frozenset(
    "op graph ref device eval consumers handle value read_value initialized_value initial_value "
    "trainable load set_shape scatter_add scatter_sub scatter_update".split()
)


def find_or_create(m: Machine, request: Request) -> Value:
    """A partitioned variable: checked and shared, or made part by part."""
    graph = current(m)
    name = naming.shown(request.name)
    _check_provided(m, request)
    if type_text(m, request.dtype) is None:
        read_dtype(m, request)
    else:
        request.dtype_named = dtype_name(m, request.dtype)
    read_shape(m, request)
    if isinstance(request.initializer, Tensor):
        request.dims = merge(request.dims, request.initializer.shape)
    counts: tuple[int, ...] | None = None
    if request.scope.reuse is not Reuse.ON or request.partitioner is not None:
        counts = _counts(m, request)
    key = _key(m, request.name)
    found = None if key is None else graph.partitioned.get(key)
    if found is not None:
        return _share(m, request, found, counts)
    if request.scope.reuse is Reuse.ON:
        raise refuse(
            m,
            request,
            Refusal.MISSING,
            f"PartitionedVariable {name} does not exist, or was not created with "
            "tf.get_variable(). Did you mean to set reuse=False or reuse=tf.AUTO_REUSE in "
            "VarScope?",
        )
    if counts is None or not isinstance(request.dims, tuple):
        m.undecided(name, "the partitioner's result is not known", 1)
        return Tensor(m.identity(), "Variable", (), request.dims, request.dtype_named)
    if request.initializer is None:
        _check_dtype(m, request, "is_floating")
    read_dtype(m, request)
    return _make(m, request, counts)


def _key(m: Machine, name: str) -> str | None:
    """Under what the store in force keeps a partitioned variable; None where none is kept."""
    if not m.world.executing_eagerly:
        return name
    return None if m.world.eager_store is None else f"{name} in {m.world.eager_store}"


def _check_dtype(m: Machine, request: Request, attribute: str) -> None:
    """The store of partitioned variables takes a name or a type for a DType."""
    message = no_attribute(m, request.dtype, attribute)
    if message is not None:
        raise refuse(m, request, Refusal.ARGUMENT, message, "AttributeError")


def _check_provided(m: Machine, request: Request) -> None:
    """A partitioner is callable, and no whole variable has the name."""
    if request.partitioner is not None and is_callable(m, request.partitioner) is False:
        raise refuse(
            m,
            request,
            Refusal.ARGUMENT,
            f"Partitioner must be callable, but received: {request.partitioner}",
        )
    if not m.world.executing_eagerly and request.name in current(m).store:
        raise refuse(
            m,
            request,
            Refusal.ARGUMENT,
            "A partitioner was provided, but an unpartitioned version of the variable was "
            f"found: {naming.shown(request.name)}."
            "  Perhaps a variable of the same name was already created without partitioning?",
        )


def _share(
    m: Machine,
    request: Request,
    found: tuple[Any, ...],
    counts: tuple[int, ...] | None,
) -> Value:
    """A variable that is there: shared where its shape, dtype and partitions are those asked."""
    name = naming.shown(request.name)
    dims, dtype, parts, tensor = found
    if request.scope.reuse is Reuse.OFF:
        raise refuse(
            m,
            request,
            Refusal.EXISTS,
            f"Partitioned variable with name {name} already exists. Did you mean to set "
            "reuse=True or reuse=tf.AUTO_REUSE in VarScope?",
        )
    reusing = f"Trying to reuse partitioned variable {name}, but specified"
    if incompatible(request.dims, dims):
        raise refuse(
            m,
            request,
            Refusal.SHAPE,
            f"{reusing} shape {shape_text(m, request.dims)} and found shape {shape_text(m, dims)}.",
        )
    _check_dtype(m, request, "is_compatible_with")
    if request.dtype_named and dtype and request.dtype_named != dtype:
        raise refuse(
            m,
            request,
            Refusal.DTYPE,
            f"{reusing} dtype {request.dtype_named} and found dtype {dtype}.",
        )
    if counts is not None and counts != parts:
        raise refuse(
            m,
            request,
            Refusal.ARGUMENT,
            f"{reusing} partitions {list(counts)} and found partitions {list(parts)}.",
        )
    result: Value = tensor
    return result


def _counts(m: Machine, request: Request) -> tuple[int, ...] | None:

    dims = request.dims
    if dims is None or (isinstance(dims, tuple) and None in dims):
        raise refuse(
            m,
            request,
            Refusal.SHAPE_UNDEFINED,
            "Shape of a new partitioned variable must be fully defined, but instead was "
            f"{shape_text(m, dims)}.",
        )
    if dims == ():
        raise refuse(
            m,
            request,
            Refusal.ARGUMENT,
            "A partitioned Variable must have rank at least 1, shape: ()",
        )
    dtype = request.dtype if m.world.tensorflow == "1.15" else None
    if type_text(m, dtype) is None:
        dtype = DType(request.dtype_named or "float32")
    given = m.call(request.partitioner, (), shape=Shape(dims), dtype=dtype)
    if isinstance(given, (Unknown, Tensor)):
        return None
    held = iterate(m, given)
    if held is None:
        raise refuse(
            m,
            request,
            Refusal.ARGUMENT,
            f"Partitioner must return a sequence, but saw: {value_text(m, given)}",
        )
    counts = tuple(one for one in held.items if isinstance(one, int))
    if held.open or len(counts) != len(held.items) or not isinstance(dims, tuple):
        return None
    _check_counts(m, request, dims, counts)
    return counts


def _check_counts(
    m: Machine, request: Request, dims: tuple[Any, ...], counts: tuple[int, ...]
) -> None:
    """One count for each dimension, all positive, and only one dimension cut."""
    if len(counts) != len(dims):
        raise refuse(
            m,
            request,
            Refusal.ARGUMENT,
            "Partitioner returned a partition list that does not match the Variable's rank: "
            f"{list(counts)} vs. {shape_text(m, dims)}",
        )
    if any(count < 1 for count in counts):
        raise refuse(
            m,
            request,
            Refusal.ARGUMENT,
            f"Partitioner returned zero partitions for some axes: {list(counts)}",
        )
    if sum(count > 1 for count in counts) > 1:
        raise refuse(
            m,
            request,
            Refusal.ARGUMENT,
            "Can only slice a variable along one dimension: shape: "
            f"{shape_text(m, dims)}, partitioning: {list(counts)}",
        )


def _part(m: Machine, part: Request, sizes: tuple[Any, ...]) -> Value:
    """One part; of a constant initializer it gets its slice."""
    if part.initializer is None or is_callable(m, part.initializer) is not False:
        return create(m, part, True)
    given = part.initializer
    _check_rank(m, part, sizes)
    dtype = given.dtype if isinstance(given, Tensor) else part.dtype_named
    sliced = operation(m, "Slice", (given,), sizes, dtype)
    return create(m, replace(part, initializer=sliced, shape=None), False)


def _check_rank(m: Machine, part: Request, sizes: tuple[Any, ...]) -> None:
    """A slice has the rank of what it is cut from."""
    constant = constant_of(m, part.initializer)
    if constant is None or not isinstance(constant.dims, tuple):
        return
    if len(constant.dims) != len(sizes):
        ranks = f"Shape must be rank {len(sizes)} but is rank {len(constant.dims)}"
        raise refuse(m, part, Refusal.ARGUMENT, f"{ranks} for '…")


def _make(m: Machine, request: Request, counts: tuple[int, ...]) -> Value:

    dims: Any = request.dims
    axis = next((i for i, count in enumerate(counts) if count > 1), 0)
    count, size = counts[axis], dims[axis]
    parts: list[Value] = []
    for index in range(count):
        if isinstance(size, int) and index >= size:
            offset = [size if i == axis else 0 for i in range(len(dims))]
            message = f"Expected 0 <= offset < shape but found offset={size}, shape={size}"
            message += f" for var_offset={offset}, full_shape={list(dims)}"
            raise refuse(m, request, Refusal.ARGUMENT, message)
        length = size // count + (index < size % count) if isinstance(size, int) else size
        sizes: tuple[Any, ...] = (*dims[:axis], length, *dims[axis + 1 :])
        part = replace(
            request,
            name=f"{request.name}/part_{index}",
            shape=m.new_list(sizes),
            partitioner=None,
        )
        part.dims = sizes
        parts.append(_part(m, part, sizes))
    tensor = PartitionedTensor(
        ("partitioned", request.name), "Concat", tuple(parts), dims, request.dtype_named
    )
    key = _key(m, request.name)
    if key is not None:
        graph = current(m)
        held = (dims, request.dtype_named, counts, tensor)
        update(m, graph, partitioned=graph.partitioned.set(key, held))
    return tensor
