"""Objects of the program's classes that inherit dict, list, set or a named tuple.

An object keeps a dict, list, set or record of its own beside its attributes; the methods that
its class inherits work on that.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from scopecheck.symbolic.values import (
    Builtin,
    BuiltinType,
    ClassRef,
    DictRef,
    Extern,
    Foreign,
    Instance,
    Items,
    ListRef,
    Ref,
    SetRef,
    Table,
    Value,
)

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine

CONTENTS = "<contents>"
"""The attribute that keeps what an object holds as a dict, list or set."""
ITEMS_ARE_ATTRIBUTES = "<items are attributes>"
"""Set once the program has said ``self.__dict__ = self``, and for an EasyDict."""

_ATTRIBUTES = "easydict.EasyDict"
_KINDS: dict[str, type] = {
    _ATTRIBUTES: dict,
    "collections.OrderedDict": dict,
    "collections.defaultdict": dict,
    "collections.Counter": dict,
    "collections.deque": list,
}


def kind_of(cls: ClassRef) -> type | None:
    """dict, list or set where a class inherits one of them."""
    for base in cls.mro:
        if isinstance(base, BuiltinType) and base.type in (dict, list, set):
            return base.type
        if isinstance(base, Extern) and base.name in _KINDS:
            return _KINDS[base.name]
        if isinstance(base, Builtin) and f"collections.{base.name}" in _KINDS:
            return _KINDS[f"collections.{base.name}"]
    return None


def give_contents(m: Machine, instance: Instance, a: Arguments) -> None:
    """An empty dict, list or set for a new object whose class inherits one; a filled record."""
    from scopecheck.symbolic.builtins.types import construct

    record_class = _record_class(instance.cls)
    if record_class is not None:
        record = record_class.call(m, a)
        m.write(instance.id, m.heap[instance.id].set(CONTENTS, record))
        return
    kind = kind_of(instance.cls)
    if kind is None:
        return
    held = construct(m, kind, type(a)(()))
    kept = m.heap[instance.id].set(CONTENTS, held)
    if _is_easy(instance):
        kept = kept.set(ITEMS_ARE_ATTRIBUTES, True)
    m.write(instance.id, kept)


def _record_class(cls: ClassRef) -> Any:
    """The class of named tuples that a class inherits, or None."""
    from scopecheck.symbolic.stdlib.containers import RecordClass

    return next((base for base in cls.mro if isinstance(base, RecordClass)), None)


def record_attribute(m: Machine, cls: ClassRef, name: str) -> Value | None:
    """``_fields`` and ``_make`` of a class that inherits a named tuple; None for all else."""
    record_class = _record_class(cls)
    if record_class is None or name not in ("_fields", "_make"):
        return None
    found = record_class.get_attribute(m, name)
    return found if name == "_fields" else _remade(cls, found)


def _remade(cls: ClassRef, make: Value) -> Builtin:
    """``_make`` or ``_replace``, whose result is of the class that inherits them."""

    def run(m: Machine, a: Arguments) -> Value:
        from scopecheck.symbolic.machine import EMPTY

        instance = Instance(m.allocate(EMPTY.set(CONTENTS, make.run(m, a))), cls)
        m.slotted.add(instance.id)
        return instance

    return Builtin(make.name, run)


def easy_dict(m: Machine, a: Arguments) -> Value:
    """``easydict.EasyDict(items, **more)``: a dict whose items are attributes, as are theirs."""
    from scopecheck.symbolic.builtins.types import construct
    from scopecheck.symbolic.machine import EMPTY

    made = construct(m, dict, a)
    if not isinstance(made, DictRef):
        return made
    base = Extern(_ATTRIBUTES)
    cls = ClassRef(m.allocate(EMPTY), "EasyDict", (base,), (base,), m.site())
    cls.code = m.frame.code
    table: Table = m.contents(made)
    items = {
        key: easy_dict(m, type(a)((value,))) if type(value) is DictRef else value
        for key, value in table.items.items()
    }
    m.write(made.id, Table(items, table.open))
    kept = EMPTY.set(CONTENTS, made).set(ITEMS_ARE_ATTRIBUTES, True)
    instance = Instance(m.allocate(kept), cls)
    m.slotted.add(instance.id)
    return instance


def _is_easy(value: Instance) -> bool:
    return any(isinstance(one, Extern) and one.name == _ATTRIBUTES for one in value.cls.mro)


def as_item(m: Machine, owner: Instance, value: Value) -> Value:
    """What an EasyDict holds of a value that it is given: dicts become EasyDicts, in lists too."""
    from scopecheck.symbolic.calls import Arguments

    if not _is_easy(owner):
        return value
    if type(value) is DictRef:
        return easy_dict(m, Arguments((value,)))
    if isinstance(value, ListRef):
        held: Items = m.contents(value)
        if any(type(one) is DictRef for one in held.items):
            return m.new_list([as_item(m, owner, one) for one in held.items], held.open)
    return value


def contents_of(m: Machine, value: Value) -> Ref | Foreign | None:
    """What an object holds as a dict, list, set or record; None for any other value."""
    if not isinstance(value, Instance):
        return None
    held = m.heap[value.id].get(CONTENTS)
    return held if isinstance(held, (DictRef, ListRef, SetRef, Foreign)) else None


def items_shown(held: Mapping[str, Any]) -> Ref | None:
    """The dict whose items are an object's attributes, by what it holds; None if they are not."""
    return held[CONTENTS] if ITEMS_ARE_ATTRIBUTES in held else None


def inherited(m: Machine, value: Instance, name: str) -> Value | None:
    """A method that an object's class inherits from dict, list or set."""
    held = contents_of(m, value)
    if held is None:
        return None
    if name in _OWN or (name == "update" and _is_easy(value)):
        own = _OWN.get(name, _update)
        return Builtin(name, lambda m, a: own(m, value, held, a))
    if isinstance(held, Foreign):
        found = held.get_attribute(m, name)
        if name == "_replace" and isinstance(found, Builtin):
            return _remade(value.cls, found)
        return None if found is NotImplemented else found
    from scopecheck.symbolic.builtins import find_method

    return find_method(m, held, name)


def holds_none(m: Machine, value: Instance, name: str) -> bool:
    """Whether an attribute that is an item, or a record's field, is None."""
    held = contents_of(m, value)
    if isinstance(held, Foreign):
        return held.get_attribute(m, name) is None
    shown = items_shown(m.heap[value.id])
    return shown is not None and name in m.contents(shown).items


def fill(m: Machine, value: Instance, held: Ref | Foreign, a: Arguments) -> Value:
    """The inherited constructor; a record is filled when it is made."""
    from scopecheck.symbolic.builtins.types import construct

    if isinstance(held, Foreign):
        return None
    kind = kind_of(value.cls)
    names = [base.name for base in value.cls.mro if isinstance(base, (Extern, Builtin))]
    if any(name.endswith("defaultdict") for name in names):
        factory = a.args[0] if a.args else None
        made = DictRef(held.id, factory)
        m.write(value.id, m.heap[value.id].set(CONTENTS, made))
        a = type(a)(a.args[1:], a.kwargs, a.open_args, a.open_kwargs)
    if kind is None or not (a.args or a.kwargs or a.open):
        return None
    given = construct(m, kind, a)
    if type(given) is type(held):
        m.write(held.id, m.contents(given))
    else:
        m.write(held.id, Items((), True) if isinstance(held, ListRef) else Table({}, True))
    return None


def _get(m: Machine, value: Instance, held: Ref | Foreign, a: Arguments) -> Value:
    from scopecheck.symbolic.comparisons import compare
    from scopecheck.symbolic.inheritance import class_attribute
    from scopecheck.symbolic.subscripts import get_item
    from scopecheck.symbolic.values import Method

    if not a.args:
        return m.unknown()
    missing = class_attribute(m, value.cls, "__missing__")
    if missing is not None and not m.truth(compare(m, "in", a.args[0], held)):
        return m.call(Method(missing, value), a.args)
    return get_item(m, held, a.args[0])


def _set(m: Machine, value: Instance, held: Ref | Foreign, a: Arguments) -> Value:
    from scopecheck.symbolic.subscripts import set_item

    if len(a.args) > 1:
        set_item(m, held, a.args[0], as_item(m, value, a.args[1]))
    return None


def _update(m: Machine, value: Instance, held: Ref | Foreign, a: Arguments) -> Value:
    """``update`` of an EasyDict, which gives it each item as an attribute."""
    from scopecheck.symbolic.builtins.types import construct
    from scopecheck.symbolic.subscripts import set_item

    given = construct(m, dict, a)
    if isinstance(given, DictRef):
        table: Table = m.contents(given)
        for key, one in table.items.items():
            set_item(m, held, key, as_item(m, value, one))
        if not table.open:
            return None
    if isinstance(held, DictRef):
        m.write(held.id, Table(m.contents(held).items, True))
    return None


def _delete(m: Machine, value: Instance, held: Ref | Foreign, a: Arguments) -> Value:
    from scopecheck.symbolic.subscripts import delete_item

    if a.args:
        delete_item(m, held, a.args[0])
    return None


def _length(m: Machine, value: Instance, held: Ref | Foreign, a: Arguments) -> Value:
    from scopecheck.symbolic.builtins.reductions import FUNCTIONS

    return FUNCTIONS["len"](m, type(a)((held,)))


def _iterated(m: Machine, value: Instance, held: Ref | Foreign, a: Arguments) -> Value:
    from scopecheck.symbolic.iteration import iterator_of

    return iterator_of(m, held)


_OWN = {
    "__init__": fill,
    "__getitem__": _get,
    "__setitem__": _set,
    "__delitem__": _delete,
    "__iter__": _iterated,
    "__len__": _length,
}
