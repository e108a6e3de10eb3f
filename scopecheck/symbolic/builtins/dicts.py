"""Methods of dicts and sets."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from scopecheck.symbolic import comparisons, operators, subscripts, tables
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.iteration import iterate
from scopecheck.symbolic.values import DictRef, Items, SetRef, Table, Unknown, Value, View

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine

DictMethod = Callable[["Machine", Value, "Arguments"], Value]


def _get(m: Machine, value: Value, a: Arguments) -> Value:
    table: Table = m.contents(value)
    key = tables.hashable(needed(m, a.args[0]))
    if key in table.items:
        return table.items[key]
    if table.lacks(key):
        return a.args[1] if len(a.args) > 1 else a.kwargs.get("default")
    return Unknown(
        ("get", ("dict", value.id), operators.value_key(key)),
        f"{key!s}",
        free=table.open and not isinstance(key, Unknown),
    )


def _setdefault(m: Machine, value: Value, a: Arguments) -> Value:
    table: Table = m.contents(value)
    key = tables.hashable(needed(m, a.args[0]))
    if key not in table.items:
        default = a.args[1] if len(a.args) > 1 else None
        m.write(value.id, Table({**table.items, key: default}, table.open))
        return default
    return table.items[key]


def _pop(m: Machine, value: Value, a: Arguments) -> Value:
    table: Table = m.contents(value)
    key = tables.hashable(needed(m, a.args[0]))
    if key in table.items:
        subscripts.delete_item(m, value, key)
        return table.items[key]
    if not table.lacks(key):
        return m.unknown("an item")
    if len(a.args) > 1:
        return a.args[1]
    raise m.fail("KeyError", key)


def _update(m: Machine, value: Value, a: Arguments) -> Value:
    if value.counts:
        return count(m, value, a)
    table: Table = m.contents(value)
    items, open = dict(table.items), table.open or a.open
    for one in a.args:
        other = tables.table_of(m, one)
        if other is None:
            held = iterate(m, one)
            pairs = [iterate(m, pair) for pair in held.items] if held else []
            if held is None or any(pair is None or len(pair.items) != 2 for pair in pairs):
                open = True
            for pair in pairs:
                if pair is not None and len(pair.items) == 2:
                    items[tables.hashable(pair.items[0])] = pair.items[1]
        else:
            items.update(other.items)
            open = open or other.open
    items.update(a.kwargs)
    m.write(value.id, Table(items, open))
    return None


def count(m: Machine, value: Value, a: Arguments) -> None:
    """``Counter.update``: adds what a dict counts, 1 for each item of anything else."""
    table: Table = m.contents(value)
    items, open = dict(table.items), table.open or a.open
    for one in (*a.args, m.new_dict(a.kwargs)):
        other = tables.table_of(m, one)
        held = iterate(m, one) or Items((), True)
        counts = Table({}, held.open) if other is None else other
        open = open or counts.open
        for key, more in counts.items.items() if other else ((key, 1) for key in held.items):
            key = tables.hashable(key)
            items[key] = operators.binary(m, "+", items.get(key, 0), more)
    m.write(value.id, Table(items, open))


def _subtract(m: Machine, value: Value, a: Arguments) -> Value:
    """``Counter.subtract``: counts what is given, and takes that away."""
    taken = DictRef(m.allocate(Table()), value.factory, True)
    count(m, taken, a)
    mine, theirs = m.contents(value), m.contents(taken)
    items = dict(mine.items)
    for key, less in theirs.items.items():
        items[key] = operators.binary(m, "-", items.get(key, 0), less)
    m.write(value.id, Table(items, mine.open or theirs.open))
    return None


def _view(what: str) -> DictMethod:
    def run(m: Machine, value: Value, a: Arguments) -> Value:
        table: Table = m.contents(value)
        if what == "keys":
            rows: tuple[Value, ...] = tuple(table.items)
        elif what == "values":
            rows = tuple(table.items.values())
        else:
            rows = tuple(table.items.items())
        made = m.new_list(rows, table.open)
        return made if what == "values" else View(made.id)

    return run


def _copy(m: Machine, value: Value, a: Arguments) -> Value:
    table: Table = m.contents(value)
    if isinstance(value, SetRef):
        return SetRef(m.allocate(table))
    return DictRef(m.allocate(table), value.factory, value.counts)


def _clear(m: Machine, value: Value, a: Arguments) -> Value:
    m.write(value.id, Table())
    return None


def _add(m: Machine, value: Value, a: Arguments) -> Value:
    table: Table = m.contents(value)
    m.write(value.id, Table({**table.items, tables.hashable(a.args[0]): None}, table.open))
    return None


def _discard(m: Machine, value: Value, a: Arguments) -> Value:
    table: Table = m.contents(value)
    key = tables.hashable(a.args[0])
    m.write(value.id, Table({k: None for k in table.items if k != key}, table.open))
    return None


def _set_operation(op: str, in_place: bool = False) -> DictMethod:
    def run(m: Machine, value: Value, a: Arguments) -> Value:
        result: Value = value
        for one in a.args:
            held = iterate(m, one)
            if held is None:
                return m.unknown("a set")
            result = operators.binary(m, op, result, tables.new_set(m, held))
        if in_place and isinstance(result, SetRef):
            m.write(value.id, m.contents(result))
            return None
        return result

    return run


def _remove(m: Machine, value: Value, a: Arguments) -> Value:
    table: Table = m.contents(value)
    key = tables.hashable(needed(m, a.args[0]))
    if table.lacks(key):
        raise m.fail("KeyError", key)
    return _discard(m, value, a)


def _compared(op: str) -> DictMethod:
    def run(m: Machine, value: Value, a: Arguments) -> Value:
        held = iterate(m, a.args[0])
        if held is None:
            return m.unknown("a comparison of sets")
        other = tables.new_set(m, held)
        if op != "disjoint":
            return comparisons.compare(m, op, value, other)
        common = operators.binary(m, "&", value, other)
        return comparisons.negate(m, m.truth(common))

    return run


def _taken(m: Machine, value: Value, a: Arguments) -> Value:
    """``popitem`` of a dict, ``pop`` of a set: of a set any item may be taken."""
    table: Table = m.contents(value)
    if table.open or (isinstance(value, SetRef) and len(table.items) != 1):
        return m.unknown("an item")
    if not table.items:
        raise m.fail("KeyError", "popitem(): dictionary is empty")
    last = m.truth(a.args[0] if a.args else a.kwargs.get("last", True))
    key, held = list(table.items.items())[-1 if last else 0]
    subscripts.delete_item(m, value, key)
    return key if isinstance(value, SetRef) else (key, held)


def _most_common(m: Machine, value: Value, a: Arguments) -> Value:
    table: Table = m.contents(value)
    counts = list(table.items.items())
    if table.open or not all(isinstance(count, int) for _, count in counts):
        return m.new_list((), True)
    counts.sort(key=lambda pair: -pair[1])
    most = a.args[0] if a.args else None
    return m.new_list(counts[:most] if isinstance(most, int) else counts)


def _elements(m: Machine, value: Value, a: Arguments) -> Value:
    table: Table = m.contents(value)
    counts = table.items.items()
    if table.open or not all(isinstance(count, int) for _, count in counts):
        return m.new_list((), True)
    return m.new_list([key for key, count in counts for _ in range(count)])


def _move_to_end(m: Machine, value: Value, a: Arguments) -> Value:
    table: Table = m.contents(value)
    key = tables.hashable(needed(m, a.args[0]))
    if key in table.items:
        rest = {k: v for k, v in table.items.items() if k != key}
        last = a.kwargs.get("last", a.args[1] if len(a.args) > 1 else True)
        moved = {key: table.items[key]}
        m.write(value.id, Table({**rest, **moved} if last else {**moved, **rest}, table.open))
    return None


def _has_key(m: Machine, value: Value, a: Arguments) -> Value:
    return comparisons.compare(m, "in", a.args[0], value)


DICT_METHODS: dict[str, DictMethod] = {
    "get": _get,
    "setdefault": _setdefault,
    "pop": _pop,
    "update": _update,
    "keys": _view("keys"),
    "values": _view("values"),
    "items": _view("items"),
    "iterkeys": _view("keys"),
    "itervalues": _view("values"),
    "iteritems": _view("items"),
    "copy": _copy,
    "clear": _clear,
    "has_key": _has_key,
    "popitem": _taken,
    "most_common": _most_common,
    "elements": _elements,
    "subtract": _subtract,
    "move_to_end": _move_to_end,
}
SET_METHODS: dict[str, DictMethod] = {
    "add": _add,
    "discard": _discard,
    "remove": _remove,
    "pop": _taken,
    "issubset": _compared("<="),
    "issuperset": _compared(">="),
    "isdisjoint": _compared("disjoint"),
    "symmetric_difference": _set_operation("^"),
    "difference_update": _set_operation("-", True),
    "intersection_update": _set_operation("&", True),
    "symmetric_difference_update": _set_operation("^", True),
    "update": _set_operation("|", True),
    "union": _set_operation("|"),
    "difference": _set_operation("-"),
    "intersection": _set_operation("&"),
    "copy": _copy,
    "clear": _clear,
}
