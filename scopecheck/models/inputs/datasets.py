"""``tf.data``: the static shapes and dtypes of what an iterator gives.

Source: tensorflow/python/data/ops/dataset_ops.py and iterator_ops.py.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from scopecheck.models.growth import built
from scopecheck.models.one_graph import check_not_finalized
from scopecheck.models.opaque import Opaque
from scopecheck.models.registry import Model
from scopecheck.models.store.initial import constant_of, dtype_name
from scopecheck.models.tensors import UNSEEN, Dim, Dims, Tensor, dims_of
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.subscripts import index_of
from scopecheck.symbolic.values import (
    Builtin,
    DictRef,
    Foreign,
    Function,
    Items,
    ListRef,
    Method,
    Partial,
    Value,
)

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine


@dataclass(frozen=True, slots=True)
class Spec:
    """The static shape and dtype of one component of an element."""

    dims: Dims = UNSEEN
    dtype: str | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """An element that is a dict of components."""

    items: tuple[tuple[Value, Any], ...]


Element: TypeAlias = "Spec | Record | tuple[Any, ...]"


def each(element: Element, change: Any) -> Element:
    """The element with every component changed."""
    if isinstance(element, tuple):
        return tuple(each(one, change) for one in element)
    if isinstance(element, Record):
        return Record(tuple((key, each(one, change)) for key, one in element.items))
    changed: Element = change(element)
    return changed


def batched(element: Element, size: Dim) -> Element:
    """Components with a batch dimension in front."""

    def change(spec: Spec) -> Spec:
        known = isinstance(spec.dims, tuple)
        return Spec((size, *spec.dims) if known else spec.dims, spec.dtype)  # type: ignore[misc]

    return each(element, change)


def unbatched(element: Element) -> Element:
    """Components without their first dimension."""

    def change(spec: Spec) -> Spec:
        known = isinstance(spec.dims, tuple) and spec.dims
        return Spec(spec.dims[1:] if known else UNSEEN, spec.dtype)  # type: ignore[index]

    return each(element, change)


def _seen(spec: Spec) -> Spec:
    """The same where it is at hand: each of its sizes is some number."""
    if not isinstance(spec.dims, tuple):
        return Spec(UNSEEN, spec.dtype)
    return Spec(tuple(UNSEEN if one is None else one for one in spec.dims), spec.dtype)


def tensors(m: Machine, element: Element) -> Value:
    """The element as the tensors that ``get_next`` gives."""
    if isinstance(element, tuple):
        return tuple(tensors(m, one) for one in element)
    if isinstance(element, Record):
        return m.new_dict({key: tensors(m, one) for key, one in element.items})
    return Tensor(m.identity(), "IteratorGetNext", (), element.dims, element.dtype)


def element_of(m: Machine, value: Value) -> Element:
    """The element that a value of tensors, arrays or numbers makes."""
    if isinstance(value, tuple):
        return tuple(element_of(m, one) for one in value)
    if isinstance(value, DictRef) and not m.contents(value).open:
        held = m.contents(value).items
        return Record(tuple((key, element_of(m, one)) for key, one in held.items()))
    constant = constant_of(m, value)
    return Spec() if constant is None else Spec(constant.dims, constant.dtype)


def declared(m: Machine, types: Value, shapes: Value) -> Element:
    """The element of ``from_generator(..., output_types, output_shapes)``."""
    if isinstance(types, tuple):
        rows = iterate(m, shapes) if isinstance(shapes, (tuple, ListRef)) else None
        fit = rows is not None and not rows.open and len(rows.items) == len(types)
        inner = rows.items if rows is not None and fit else (None,) * len(types)
        return tuple(declared(m, one, shape) for one, shape in zip(types, inner, strict=True))
    if isinstance(types, DictRef):
        named = m.contents(shapes).items if isinstance(shapes, DictRef) else {}
        held = m.contents(types).items
        return Record(tuple((k, declared(m, t, named.get(k))) for k, t in held.items()))
    return Spec(dims_of(m, shapes), dtype_name(m, types))


def _padded(m: Machine, element: Element, shapes: Value) -> Element:
    """The element with the sizes it is padded to; None stays as it is, -1 is not known."""
    if shapes is None:
        return element
    if isinstance(element, tuple):
        rows = iterate(m, shapes) if isinstance(shapes, (tuple, ListRef)) else None
        if rows is None or rows.open or len(rows.items) != len(element):
            return each(element, lambda spec: Spec(UNSEEN, spec.dtype))
        return tuple(_padded(m, one, to) for one, to in zip(element, rows.items, strict=True))
    if isinstance(element, Record):
        named = m.contents(shapes).items if isinstance(shapes, DictRef) else {}
        if any(key not in named for key, _ in element.items):
            return each(element, lambda spec: Spec(UNSEEN, spec.dtype))
        return Record(tuple((key, _padded(m, one, named[key])) for key, one in element.items))
    dims = dims_of(m, shapes)
    if isinstance(dims, tuple):
        dims = tuple(None if isinstance(size, int) and size < 0 else size for size in dims)
    return Spec(dims, element.dtype)


class Dataset(Foreign):
    """A data set by the element it gives."""

    __slots__ = ("element",)

    def __init__(self, element: Element) -> None:
        self.element = element

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Dataset) and self.element == other.element

    def __hash__(self) -> int:
        return hash(self.element)

    def get_attribute(self, m: Machine, name: str) -> Value:
        """Its transformations and iterators."""
        if name in _KEEPING:
            return Builtin(name, lambda m, a: self)
        methods: dict[str, Any] = {
            "batch": self.batch,
            "padded_batch": self.padded,
            "map": self.mapped,
            "make_one_shot_iterator": lambda m, a: DataIterator(self.element),
            "make_initializable_iterator": lambda m, a: DataIterator(self.element),
        }
        found = methods.get(name)
        if found is not None:
            return Builtin(name, found)
        return Builtin(name, lambda m, a: Dataset(Spec()))

    def iterate(self, m: Machine) -> Items | None:
        """Its elements, in a loop that runs at once or that a ``tf.function`` builds."""
        if self.element == Spec() or not (m.world.executing_eagerly or m.world.tracing):
            return None
        element = each(self.element, _seen) if m.world.executing_eagerly else self.element
        return Items((tensors(m, element), tensors(m, element)), True)

    def batch(self, m: Machine, a: Arguments) -> Value:
        """``batch(size, drop_remainder=False)``: the last batch may be smaller."""
        drop = a.args[1] if len(a.args) > 1 else a.kwargs.get("drop_remainder", False)
        given = a.args[0] if a.args else a.kwargs.get("batch_size")
        size = index_of(m, given)
        known: Dim = size if isinstance(size, int) else UNSEEN
        if drop is False:
            known = None
        elif drop is not True:
            known = UNSEEN
        return Dataset(batched(self.element, known))

    def padded(self, m: Machine, a: Arguments) -> Value:
        """``padded_batch(size, padded_shapes, padding_values, drop_remainder=False)``."""
        shapes = a.args[1] if len(a.args) > 1 else a.kwargs.get("padded_shapes")
        rest = dict(a.kwargs)
        if len(a.args) > 3:
            rest["drop_remainder"] = a.args[3]
        return Dataset(_padded(m, self.element, shapes)).batch(m, type(a)(a.args[:1], rest))

    def mapped(self, m: Machine, a: Arguments) -> Value:
        """``map(function)``: what the function makes of an element."""
        function = a.args[0] if a.args else a.kwargs.get("map_func")
        if not isinstance(function, (Function, Method, Partial)):
            return Dataset(Spec())
        given = tensors(m, self.element)
        result = m.call(function, given if isinstance(given, tuple) else (given,))
        return Dataset(element_of(m, result))


_KEEPING = frozenset(
    "repeat shuffle prefetch cache take skip filter shard with_options ignore_errors".split()
)


class DataIterator(Foreign):
    """An iterator over a data set."""

    __slots__ = ("element",)

    def __init__(self, element: Element) -> None:
        self.element = element

    def __eq__(self, other: object) -> bool:
        return isinstance(other, DataIterator) and self.element == other.element

    def __hash__(self) -> int:
        return hash(self.element)

    def get_attribute(self, m: Machine, name: str) -> Value:
        """``get_next``; what else there is does not matter here."""
        if name == "get_next":
            return Builtin(name, self._next)
        return Opaque(f"Iterator.{name}")

    def _next(self, m: Machine, a: Arguments) -> Value:
        """The next element; in a graph each call adds an operation."""
        if not m.world.executing_eagerly:
            check_not_finalized(m)
            built(m, "IteratorGetNext")
        return tensors(m, self.element)


def _from_generator(m: Machine, a: Arguments) -> Value:
    types = a.get(1, "output_types")
    return Dataset(declared(m, types, a.get(2, "output_shapes")))


def _from_slices(m: Machine, a: Arguments) -> Value:
    return Dataset(unbatched(element_of(m, a.get(0, "tensors"))))


def _from_tensors(m: Machine, a: Arguments) -> Value:
    return Dataset(element_of(m, a.get(0, "tensors")))


def _zip(m: Machine, a: Arguments) -> Value:
    held = a.get(0, "datasets")
    if isinstance(held, tuple) and all(isinstance(one, Dataset) for one in held):
        return Dataset(tuple(one.element for one in held))
    return Dataset(Spec())


def _scalar(dtype: str) -> Model:
    return lambda m, a: Dataset(Spec((), dtype))


def _from_structure(m: Machine, a: Arguments) -> Value:
    types = a.get(0, "output_types")
    return DataIterator(declared(m, types, a.get(1, "output_shapes")))


def _files(m: Machine, a: Arguments) -> Value:
    """What reads files into arrays, and builds nothing."""
    return m.unknown("the data", tame=True, not_none=True)


READERS = (
    "tf.examples.tutorials.mnist.input_data.read_data_sets",
    "tf.contrib.learn.datasets.mnist.read_data_sets",
    "tf.contrib.learn.datasets.mnist.load_mnist",
    "tf.contrib.learn.datasets.load_dataset",
    "tf.contrib.learn.datasets.load_iris",
    "tf.contrib.learn.datasets.load_boston",
)
MODELS: dict[str, Model] = {
    "tf.data.Dataset.from_generator": _from_generator,
    "tf.data.Dataset.from_tensor_slices": _from_slices,
    "tf.data.Dataset.from_tensors": _from_tensors,
    "tf.data.Dataset.zip": _zip,
    "tf.data.Dataset.range": _scalar("int64"),
    "tf.data.Dataset.list_files": _scalar("string"),
    "tf.data.TextLineDataset": _scalar("string"),
    "tf.data.TFRecordDataset": _scalar("string"),
    "tf.data.Iterator.from_structure": _from_structure,
    "tf.data.make_one_shot_iterator": lambda m, a: _iterator(a),
    "tf.data.make_initializable_iterator": lambda m, a: _iterator(a),
}


def _iterator(a: Arguments) -> Value:
    dataset = a.args[0] if a.args else None
    return DataIterator(dataset.element if isinstance(dataset, Dataset) else Spec())


MODELS.update(dict.fromkeys(READERS, _files))
