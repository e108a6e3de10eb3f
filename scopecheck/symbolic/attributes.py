"""An object's ``__dict__``, and context managers entered by hand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import immutables

from scopecheck.symbolic.choices import settled, settled_slots
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.hyperparameters import hparams_method
from scopecheck.symbolic.values import (
    Builtin,
    ClassRef,
    Foreign,
    Function,
    Items,
    Namespace,
    Table,
    Text,
    Unknown,
    Value,
    is_unseen,
)

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine

OPEN = "<open>"
"""Set in an object's attributes where there may be others that were not seen."""
_DATA = (type(None), bool, int, float, str, tuple)
READS = frozenset("get keys values items copy has_key iterkeys itervalues iteritems".split())


MOST_MEANT = 8
"""Among how many functions and classes of a module a user may choose by name."""


def _is_inner(name: object) -> bool:
    """Whether a name is the interpreter's own, which no program sees; it may be unknown."""
    return isinstance(name, str) and name.startswith("<")


class AttributeTable(Foreign):
    """``object.__dict__``: a dict whose items are the object's attributes."""

    __slots__ = ("place",)

    def __init__(self, place: int) -> None:
        self.place = place

    def __eq__(self, other: object) -> bool:
        return isinstance(other, AttributeTable) and self.place == other.place

    def __hash__(self) -> int:
        return hash(("attributes", self.place))

    def table(self, m: Machine) -> Table:
        """The attributes as a dict's contents."""
        held = m.heap[self.place]
        named = {k: v for k, v in held.items() if isinstance(k, str) and not _is_inner(k)}
        return Table(settled_slots(m, named), OPEN in held)

    def get_attribute(self, m: Machine, name: str) -> Value:
        """A dict's methods, run on a copy that becomes the attributes."""
        from scopecheck.symbolic.access import get_attribute
        from scopecheck.symbolic.calls import call_value

        def run(m: Machine, a: Arguments) -> Value:
            before = self.table(m)
            copy = m.new_dict(before.items, before.open)
            result = call_value(m, get_attribute(m, copy, name), a)
            if name not in READS:
                self._become(m, m.contents(copy))
            return result

        return Builtin(name, run)

    def _become(self, m: Machine, table: Table) -> None:
        inner = {k: v for k, v in m.heap[self.place].items() if _is_inner(k) and k != OPEN}
        seen = {key: held for key, held in table.items.items() if not is_unseen(key)}
        held = immutables.Map({**inner, **seen})
        m.write(self.place, held.set(OPEN, True) if table.open else held)
        for key in table.items.keys() - seen.keys():
            any_changes(m, self.place, key if isinstance(key, Text) else m.unknown())

    def item(self, m: Machine, index: Value) -> Value:
        """``o.__dict__[name]``."""
        from scopecheck.symbolic.subscripts import get_item

        name, held = needed(m, index), m.heap[self.place]
        if isinstance(name, str) and name in held and not _is_inner(name):
            return settled(m, held[name])
        if isinstance(name, Unknown) and name.free:
            made = {k: v for k, v in held.items() if isinstance(v, (Function, ClassRef))}
            if name.default in made and len(made) <= MOST_MEANT:
                return get_item(m, m.new_dict(made), index)
        before = self.table(m)
        return get_item(m, m.new_dict(before.items, before.open), index)

    def set_item(self, m: Machine, index: Value, value: Value) -> None:
        """``o.__dict__[name] = value``."""
        if isinstance(index, (Unknown, Text)):
            any_changes(m, self.place, index)
            return
        held = m.heap[self.place]
        m.write(self.place, held.set(index if isinstance(index, str) else OPEN, value))

    def iterate(self, m: Machine) -> Items | None:
        """The names."""
        table = self.table(m)
        return Items(tuple(table.items), table.open)


def any_changes(m: Machine, place: int, meant: Unknown | Text) -> None:
    """An attribute of an unknown name is set: it may be any of that form that holds data."""
    parts = meant.parts if isinstance(meant, Text) else (meant,)
    form = re.compile("".join(re.escape(p) if isinstance(p, str) else ".*" for p in parts))
    held = m.heap[place]
    for name, value in held.items():
        named = isinstance(name, str) and not _is_inner(name) and form.fullmatch(name)
        if named and isinstance(value, _DATA):
            held = held.set(name, m.unknown(name))
    m.write(place, held.set(OPEN, True))


def by_hand(m: Machine, value: Foreign, name: str) -> Value:
    """``value.__enter__`` or ``value.__exit__``; NotImplemented for no context manager."""
    if type(value).enter is Foreign.enter:
        return NotImplemented
    place: Any = ("entered", id(value))

    def enter(m: Machine, a: Arguments) -> Value:
        token = value.held(m)
        given = value.enter(m, m.node)
        m.write(place, (value, token, m.heap.get(place)))
        return m.unknown("the context") if given is NotImplemented else given

    def leave(m: Machine, a: Arguments) -> Value:
        entered = m.heap.get(place)
        if entered is None:
            return None
        m.write(place, entered[2])
        value.leave(m, entered[1])
        error = a.args[1] if len(a.args) > 1 else None
        return error is not None and value.swallows(m, error)

    return Builtin(name, enter if name == "__enter__" else leave)


class GlobalTable(AttributeTable):
    """``globals()``: a module may have more names than are seen."""

    __slots__ = ()

    def table(self, m: Machine) -> Table:
        """The names as a dict's contents, which others may have added to."""
        return Table(super().table(m).items, True)


def namespace_method(value: Namespace, name: str) -> Value | None:
    """``__dict__`` and the methods of ``argparse.Namespace`` and of ``HParams``."""
    if name == "__dict__":
        return AttributeTable(value.id)

    def rows(m: Machine, a: Arguments) -> Value:
        held = sorted(AttributeTable(value.id).table(m).items.items())
        return m.new_list(held, value.open)

    def values(m: Machine, a: Arguments) -> Value:
        return m.new_dict(dict(AttributeTable(value.id).table(m).items), value.open)

    def contains(m: Machine, a: Arguments) -> Value:
        name, held = needed(m, a.args[0]) if a.args else None, m.heap[value.id]
        if isinstance(name, str) and (name in held or not (value.open or OPEN in held)):
            return name in held
        return m.unknown("in", kind="bool")

    def add(m: Machine, a: Arguments) -> Value:
        if len(a.args) == 2 and isinstance(a.args[0], str):
            m.write(value.id, m.heap[value.id].set(a.args[0], a.args[1]))
        return None

    methods = {
        "_get_kwargs": rows,
        "_get_args": lambda m, a: m.new_list(()),
        "__contains__": contains,
        "values": values,
        "add_hparam": add,
        "set_hparam": add,
        "to_json": lambda m, a: m.unknown("JSON", kind="str"),
    }
    found = methods.get(name)
    return hparams_method(value, name) if found is None else Builtin(name, found)
