"""collections: named tuples, ordered and default dicts, deques, counters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scopecheck.symbolic.builtins.types import construct
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.subclassed import easy_dict
from scopecheck.symbolic.values import (
    MISSING,
    Builtin,
    BuiltinType,
    DictRef,
    Foreign,
    Items,
    ListRef,
    Namespace,
    Table,
    Value,
)

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine


class Record(Foreign):
    """An object of a named tuple class."""

    __slots__ = ("kind", "values")

    def __init__(self, kind: RecordClass, values: tuple[Value, ...]) -> None:
        self.kind = kind
        self.values = values

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Record):
            return self.kind is other.kind and self.values == other.values
        return isinstance(other, tuple) and self.values == other

    def __hash__(self) -> int:
        return hash(self.values)

    def get_attribute(self, m: Machine, name: str) -> Value:
        """A field, ``_asdict``, ``_replace``, ``_fields``."""
        if name in self.kind.fields:
            return self.values[self.kind.fields.index(name)]
        pairs = dict(zip(self.kind.fields, self.values, strict=True))
        if name == "_asdict":
            return Builtin(name, lambda m, a: m.new_dict(dict(pairs)))
        if name == "_replace":
            return Builtin(
                name, lambda m, a: Record(self.kind, tuple({**pairs, **a.kwargs}.values()))
            )
        if name == "_fields":
            return self.kind.fields
        return NotImplemented

    def is_instance(self, m: Machine, kind: Value) -> Value:
        """A tuple, and of its class."""
        if isinstance(kind, BuiltinType):
            return issubclass(tuple, kind.type)
        return kind is self.kind

    def item(self, m: Machine, index: Value) -> Value:
        """A field by its place."""
        from scopecheck.symbolic.subscripts import get_item

        return get_item(m, self.values, index)

    def iterate(self, m: Machine) -> Items | None:
        """The fields in order."""
        return Items(self.values)

    def join(self, other: Value, key: tuple[Any, ...]) -> Value:
        """Records join only where they are equal."""
        return NotImplemented


class RecordClass(Foreign):
    """A class made by ``collections.namedtuple``."""

    __slots__ = ("defaults", "fields", "name")

    def __init__(self, name: str, fields: tuple[str, ...], defaults: tuple[Value, ...]) -> None:
        self.name = name
        self.fields = fields
        self.defaults = defaults

    def call(self, m: Machine, args: Any) -> Value:
        """Makes a record."""
        given = dict(zip(self.fields, args.args, strict=False))
        given.update({k: v for k, v in args.kwargs.items() if k in self.fields})
        first = len(self.fields) - len(self.defaults)
        values = []
        for at, name in enumerate(self.fields):
            value = given.get(name, MISSING)
            if value is MISSING:
                value = self.defaults[at - first] if at >= first else m.unknown(name)
            values.append(value)
        return Record(self, tuple(values))

    def get_attribute(self, m: Machine, name: str) -> Value:
        """``_fields`` and ``_make``."""
        if name == "_fields":
            return self.fields
        if name == "__name__":
            return self.name
        if name == "_make":

            def make(m: Machine, a: Arguments) -> Value:
                held = iterate(m, a.args[0])
                return m.unknown() if held is None or held.open else Record(self, held.items)

            return Builtin(name, make)
        return NotImplemented


class Deque(ListRef):
    """A list that keeps its last items."""

    __slots__ = ("most",)

    def __init__(self, id: int, most: int) -> None:
        super().__init__(id)
        self.most = most


def _namedtuple(m: Machine, a: Arguments) -> Value:
    name = a.args[0] if a.args else "record"
    spec = a.args[1] if len(a.args) > 1 else a.kwargs.get("field_names", ())
    if isinstance(spec, str):
        fields: tuple[Any, ...] = tuple(spec.replace(",", " ").split())
    else:
        held = iterate(m, spec)
        fields = held.items if held is not None and not held.open else ()
    if not fields or not all(isinstance(f, str) for f in fields):
        return m.unknown("a named tuple class", not_none=True)
    defaults = iterate(m, a.kwargs.get("defaults", ()))
    return RecordClass(str(name), fields, defaults.items if defaults else ())


def _defaultdict(m: Machine, a: Arguments) -> Value:
    made = construct(m, dict, type(a)(a.args[1:], a.kwargs))
    return DictRef(made.id, a.args[0] if a.args else None)


def _counter(m: Machine, a: Arguments) -> Value:
    from scopecheck.symbolic.values import BuiltinType

    counts: dict[Value, Value] = {}
    held = iterate(m, a.args[0]) if a.args else Items()
    for one in held.items if held else ():
        counts[one] = counts.get(one, 0) + 1
    return DictRef(m.allocate(Table(counts, held is None or held.open)), BuiltinType(int))


def _deque(m: Machine, a: Arguments) -> Value:
    made = construct(m, list, type(a)(a.args[:1]))
    most = a.args[1] if len(a.args) > 1 else a.kwargs.get("maxlen")
    if isinstance(most, int) and isinstance(made, ListRef):
        held: Items = m.contents(made)
        kept = held.items[max(len(held.items) - most, 0) :]
        return Deque(m.allocate(Items(kept, held.open)), most)
    return made


def _dict(m: Machine, a: Arguments) -> Value:
    return construct(m, dict, a)


def _namespace(m: Machine, a: Arguments) -> Value:
    from scopecheck.symbolic.machine import EMPTY

    return Namespace(m.allocate(EMPTY.update(a.kwargs)), a.open)


FUNCTIONS: dict[str, Any] = {
    "collections.namedtuple": _namedtuple,
    "collections.OrderedDict": _dict,
    "collections.defaultdict": _defaultdict,
    "collections.Counter": _counter,
    "collections.deque": _deque,
    "types.SimpleNamespace": _namespace,
    "easydict.EasyDict": easy_dict,
}
