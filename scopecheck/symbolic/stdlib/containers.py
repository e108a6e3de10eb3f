"""collections: named tuples, ordered and default dicts, deques, counters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import immutables

from scopecheck.symbolic import comparisons, text
from scopecheck.symbolic.builtins.dicts import count
from scopecheck.symbolic.builtins.types import construct
from scopecheck.symbolic.choices import settled
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
        if name == "__str__":
            return self._shown(m)
        if name.startswith("_") or hasattr(tuple, name):
            return NotImplemented
        raise m.fail("AttributeError", f"'{self.kind.name}' object has no attribute '{name}'")

    def set_attribute(self, m: Machine, name: str, value: Value) -> None:
        """Refused: a tuple does not change."""
        raise m.fail("AttributeError", "can't set attribute")

    @property
    def class_of(self) -> Value:
        """Its class."""
        return self.kind

    def _shown(self, m: Machine) -> Value:
        parts: list[Value] = []
        for name, value in zip(self.kind.fields, self.values, strict=True):
            parts += [", " if parts else f"{self.kind.name}(", f"{name}=", text.represent(m, value)]
        return text.concatenate([*parts, ")"])

    def binary(self, m: Machine, op: str, other: Value, reflected: bool) -> Value:
        """As a tuple."""
        from scopecheck.symbolic import operators

        if not isinstance(other, (tuple, Record)) or op == "==":
            return NotImplemented
        values = other.values if isinstance(other, Record) else other
        pair = (values, self.values) if reflected else (self.values, values)
        compared = op in ("<", "<=", ">", ">=")
        return (comparisons.compare if compared else operators.binary)(m, op, *pair)

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

    @property
    def place(self) -> Any:
        """Where on the heap default values are that were set later."""
        return ("defaults", self)

    @property
    def own(self) -> Any:
        """Where on the heap its attributes are that the program sets."""
        return ("set on", self)

    def call(self, m: Machine, args: Any) -> Value:
        """Makes a record."""
        given = dict(zip(self.fields, args.args, strict=False))
        given.update({k: v for k, v in args.kwargs.items() if k in self.fields})
        defaults = m.heap.get(self.place, self.defaults)
        first = len(self.fields) - len(defaults)
        values = []
        for at, name in enumerate(self.fields):
            value = given.get(name, MISSING)
            if value is MISSING and at < first and not args.open:
                words = f"__new__() missing 1 required positional argument: {name!r}"
                raise m.fail("TypeError", words)
            if value is MISSING:
                value = defaults[at - first] if at >= first else m.unknown(name)
            values.append(value)
        return Record(self, tuple(values))

    def set_attribute(self, m: Machine, name: str, value: Value) -> None:
        """An attribute of the class: some programs use one as a bag of values."""
        m.write(self.own, (m.heap.get(self.own) or immutables.Map()).set(name, value))

    def get_attribute(self, m: Machine, name: str) -> Value:
        """What was set, ``_fields``, ``_make`` and the constructor, whose defaults can be set."""
        held = m.heap.get(self.own)
        if held and name in held:
            return settled(m, held[name])
        if name == "_fields":
            return self.fields
        if name == "__new__":
            return _Constructor(self)
        if name == "__name__":
            return self.name
        if name == "_make":

            def make(m: Machine, a: Arguments) -> Value:
                held = iterate(m, a.args[0])
                return m.unknown() if held is None or held.open else Record(self, held.items)

            return Builtin(name, make)
        return NotImplemented


class _Constructor(Foreign):
    """``Record.__new__``, whose ``__defaults__`` older programs set."""

    __slots__ = ("kind",)

    def __init__(self, kind: RecordClass) -> None:
        self.kind = kind

    def set_attribute(self, m: Machine, name: str, value: Value) -> None:
        """Sets the defaults of the last fields."""
        held = iterate(m, value)
        if name == "__defaults__":
            fields = tuple(m.unknown(name) for name in self.kind.fields)
            m.write(self.kind.place, fields if held is None or held.open else held.items)


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
    made = DictRef(m.allocate(Table()), BuiltinType(int), True)
    count(m, made, a)
    return made


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
    "munch.Munch": easy_dict,
    "bunch.Bunch": easy_dict,
    "attrdict.AttrDict": easy_dict,
}
