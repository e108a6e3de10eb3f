"""Builtin functions."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from scopecheck.symbolic import access, operators, text
from scopecheck.symbolic.attributes import OPEN, AttributeTable
from scopecheck.symbolic.builtins.types import matches
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.generators import (
    LIMIT,
    Iterator,
    advance,
    bound_of,
    drain,
    is_open,
    new_iterator,
    new_steps,
)
from scopecheck.symbolic.iteration import consume, iterate, iterator_of
from scopecheck.symbolic.values import (
    MISSING,
    Builtin,
    BuiltinType,
    ClassRef,
    ContextFunction,
    DictRef,
    Error,
    Extern,
    Foreign,
    Function,
    Instance,
    Items,
    ListRef,
    Method,
    ModuleRef,
    Namespace,
    Partial,
    Raised,
    SetRef,
    Text,
    Unknown,
    Value,
)

if TYPE_CHECKING:
    from scopecheck.symbolic.calls import Arguments
    from scopecheck.symbolic.machine import Machine

Native = Callable[["Machine", "Arguments"], Value]


def _len(m: Machine, a: Arguments) -> Value:
    value = needed(m, a.args[0]) if a.args else None
    if isinstance(value, (ListRef, DictRef, SetRef)):
        held = m.contents(value)
        if not held.open:
            return len(held.items)
        return Unknown(("len", value.id, len(held.items)), "len(…)", kind="int")
    if isinstance(value, (str, bytes, tuple, range)):
        return len(value)
    if isinstance(value, Instance):
        method = access.find_attribute(m, value, "__len__")
        return m.unknown(kind="int") if method is None else m.call(method)
    if isinstance(value, Foreign):
        held = value.iterate(m)
        return len(held.items) if held is not None and not held.open else m.unknown(kind="int")
    if isinstance(value, Unknown):
        return Unknown(("len", value.key), f"len({value.text})", free=value.free, kind="int")
    return m.unknown(kind="int")


def _lazy(m: Machine, value: Value) -> bool:
    return isinstance(value, Iterator) and not isinstance(m.heap[value.id], Items)


def _rows(m: Machine, items: Iterable[Value], open: bool = False) -> Value:
    """What zip, map and filter give: an iterator, in Python 2 a list."""
    held = Items(tuple(items), open)
    if m.frame.code.python2:
        return m.new_list(held.items, held.open)
    return new_iterator(m, held)


def _enumerate(m: Machine, a: Arguments) -> Value:
    start = a.args[1] if len(a.args) > 1 else a.kwargs.get("start", 0)
    first = start if isinstance(start, int) else 0
    if _lazy(m, a.args[0]):
        return _zip(m, type(a)((counting(m, first), a.args[0])))
    held = consume(m, a.args[0])
    if held is None:
        rows = ((0, m.unknown("an item")), (m.unknown("a count", kind="int"), m.unknown("an item")))
        return new_iterator(m, Items(rows, True))
    return new_iterator(m, Items(tuple(enumerate(held.items, first)), held.open))


def counting(m: Machine, first: Value, by: Value = 1) -> Value:
    """``itertools.count``: the next number is on the heap."""
    place = m.allocate(Items((first,)))

    def step(m: Machine) -> Value:
        (now,) = m.heap[place].items
        m.write(place, Items((operators.binary(m, "+", now, by),)))
        return now

    return new_steps(m, step, True)


def _zip_lazily(m: Machine, a: Arguments) -> Value:
    columns = [iterator_of(m, one) for one in a.args]

    def step(m: Machine) -> Value:
        row: list[Value] = []
        for column in columns:
            item = m.unknown("an item") if column is None else advance(m, column)
            if item is MISSING:
                return MISSING
            row.append(item)
        return tuple(row)

    endless = all(column is None or bound_of(m, column, LIMIT) < LIMIT for column in columns)
    made = new_steps(m, step, endless)
    return made if not m.frame.code.python2 else m.new_list(*_fields(drain(m, made)))


def _fields(held: Items) -> tuple[tuple[Value, ...], bool]:
    return held.items, held.open


def _zip(m: Machine, a: Arguments) -> Value:
    if any(_lazy(m, one) for one in a.args):
        return _zip_lazily(m, a)
    columns = [consume(m, one) for one in a.args]
    known = [one for one in columns if one is not None]
    if not known or a.open_args:
        return m.new_list((), True)
    closed = [len(one.items) for one in known if not one.open]
    length = min(closed) if closed else max(len(one.items) for one in known)
    rows = [
        tuple(
            column.items[i]
            if column is not None and i < len(column.items)
            else m.unknown("an item")
            for column in columns
        )
        for i in range(length)
    ]
    return _rows(m, rows, not closed)


def _map(m: Machine, a: Arguments) -> Value:
    if len(a.args) < 2:
        return m.new_list((), True)
    if not m.frame.code.python2 and all(iterate_cheaply(m, one) for one in a.args[1:]):
        rows_left = _zip_lazily(m, _rest(a))

        def step(m: Machine) -> Value:
            row = advance(m, rows_left)
            return MISSING if row is MISSING else m.call(a.args[0], row)

        return new_steps(m, step)
    rows = consume(m, _zip(m, _rest(a)))
    if rows is None or (rows.open and not rows.items):
        result = m.call(a.args[0], [m.unknown("an item") for _ in a.args[1:]])
        return m.new_list((result,), True)
    return _rows(m, [m.call(a.args[0], row) for row in rows.items], rows.open)


def iterate_cheaply(m: Machine, value: Value) -> bool:
    """Whether an iterator over the value ends soon and its items are known."""
    if _lazy(m, value):
        return True
    held = iterate(m, value)
    return held is not None and not held.open and len(held.items) < LIMIT


def _rest(a: Arguments) -> Arguments:
    from scopecheck.symbolic.calls import Arguments as Rest

    return Rest(a.args[1:], {}, a.open_args)


def _filter(m: Machine, a: Arguments) -> Value:
    held = consume(m, a.args[1])
    if held is None:
        return m.new_list((), True)
    keep = [
        item
        for item in held.items
        if m.truth(item if a.args[0] is None else m.call(a.args[0], (item,)))
    ]
    return _rows(m, keep, held.open)


def _reversed(m: Machine, a: Arguments) -> Value:
    if isinstance(a.args[0], Instance):
        method = access.find_attribute(m, a.args[0], "__reversed__")
        if method is not None:
            return m.call(method)
    held = iterate(m, a.args[0])
    if held is None:
        return new_iterator(m, Items((), True))
    return new_iterator(m, Items(held.items[::-1], held.open))


def sort_items(m: Machine, held: Items, key: Value, backwards: Value) -> Items:
    """Sorted items; in their order where they can't be compared, then open."""
    keys = [needed(m, item if key is None else m.call(key, (item,))) for item in held.items]
    try:
        if any(isinstance(k, (Unknown, Foreign, ListRef, Instance)) for k in keys):
            raise TypeError
        order = sorted(range(len(keys)), key=keys.__getitem__, reverse=backwards is True)
    except TypeError:
        return Items(held.items, held.open)
    return Items(tuple(held.items[i] for i in order), held.open)


def _sorted(m: Machine, a: Arguments) -> Value:
    held = consume(m, a.args[0])
    if held is None:
        return m.new_list((), True)
    done = sort_items(m, held, a.kwargs.get("key"), a.kwargs.get("reverse", False))
    return m.new_list(done.items, done.open)


def _sum(m: Machine, a: Arguments) -> Value:
    held = consume(m, a.args[0])
    if held is None or held.open:
        for item in held.items if held else ():
            if isinstance(item, Foreign):
                return item
        return m.unknown("a sum")
    total = a.args[1] if len(a.args) > 1 else a.kwargs.get("start", 0)
    for item in held.items:
        total = operators.binary(m, "+", total, item)
    return total


def _extreme(op: str) -> Native:
    def run(m: Machine, a: Arguments) -> Value:
        held = Items(a.args) if len(a.args) > 1 else consume(m, a.args[0])
        if held is None or held.open:
            return m.unknown(kind="")
        if not held.items:
            if "default" in a.kwargs:
                return a.kwargs["default"]
            raise m.fail("ValueError", "empty sequence")
        key = a.kwargs.get("key")
        best = held.items[0]
        for item in held.items[1:]:
            x, y = (item, best) if key is None else (m.call(key, (item,)), m.call(key, (best,)))
            better = operators.compare(m, op, x, y)
            if isinstance(better, (Unknown, Foreign)):
                return operators.derived(
                    "min" if op == "<" else "max", *(needed(m, i) for i in held.items)
                )
            if better:
                best = item
        return best

    return run


def _any(stop: bool) -> Native:
    def run(m: Machine, a: Arguments) -> Value:
        held = iterator_of(m, a.args[0])
        unknown = "any(…)" if stop else "all(…)"
        if held is None:
            return m.unknown(unknown, kind="bool")
        for _ in range(bound_of(m, held, LIMIT)):
            contents = m.heap[held.id]
            if isinstance(contents, Items) and contents.open and not contents.items:
                break
            item = advance(m, held)
            if item is MISSING:
                return m.unknown(unknown, kind="bool") if is_open(m, held) else not stop
            if m.truth(item) is stop:
                return stop
        return m.unknown(unknown, kind="bool")

    return run


def _isinstance(m: Machine, a: Arguments) -> Value:
    return matches(m, a.args[0], a.args[1]) if len(a.args) == 2 else m.unknown()


def _issubclass(m: Machine, a: Arguments) -> Value:
    if len(a.args) == 2 and isinstance(a.args[0], ClassRef):
        kinds = a.args[1] if isinstance(a.args[1], tuple) else (a.args[1],)
        return any(kind in a.args[0].mro for kind in kinds)
    return m.unknown()


def _getattr(m: Machine, a: Arguments) -> Value:
    value, name = a.args[0], needed(m, a.args[1])
    if not isinstance(name, str):
        return m.unknown("an attribute")
    if len(a.args) < 3:
        return access.get_attribute(m, value, name)
    try:
        return access.get_attribute(m, value, name)
    except Raised as raised:
        if _attribute_error(raised):
            return a.args[2]
        raise


def _attribute_error(raised: Raised) -> bool:
    kind = getattr(raised.error, "type", None)
    return isinstance(kind, BuiltinType) and kind.type is AttributeError


def _hasattr(m: Machine, a: Arguments) -> Value:
    value, name = a.args[0], needed(m, a.args[1])
    if not isinstance(name, str):
        return m.unknown("hasattr(…)", kind="bool")
    if isinstance(value, Unknown):
        return operators.derived("hasattr", value, name)
    if isinstance(value, Extern):
        return m.library.attribute(m, f"{value.name}.{name}") is not None
    if isinstance(value, Instance):
        if name in m.heap[value.id] or access.class_attribute(m, value.cls, name) is not None:
            return True
        if OPEN in m.heap[value.id]:
            return operators.derived("hasattr", m.unknown(), name)
        return (
            m.unknown("hasattr(…)", kind="bool")
            if value.cls.foreign_base
            and name != "__call__"
            and any(not isinstance(b, (ClassRef, BuiltinType)) for b in value.cls.mro)
            else False
        )
    kind = native_type(value)
    if kind is not None:
        return hasattr(kind, name)
    try:
        found = access.get_attribute(m, value, name)
    except Raised as raised:
        if _attribute_error(raised):
            return False
        raise
    return not isinstance(found, Unknown) or m.unknown("hasattr(…)", kind="bool")


def native_type(value: Value) -> type | None:
    """The Python type of a value whose attributes are exactly that type's."""
    if isinstance(value, (bool, int, float, complex, str, bytes, tuple, range, type(None))):
        return type(value)
    for ref, kind in ((ListRef, list), (DictRef, dict), (SetRef, set), (Text, str)):
        if type(value) is ref:
            return kind
    return None


def _setattr(m: Machine, a: Arguments) -> Value:
    if isinstance(a.args[1], str):
        access.set_attribute(m, a.args[0], a.args[1], a.args[2])
    return None


def _delattr(m: Machine, a: Arguments) -> Value:
    if isinstance(a.args[1], str):
        access.delete_attribute(m, a.args[0], a.args[1])
    return None


def _callable(m: Machine, a: Arguments) -> Value:
    value = a.args[0]
    if isinstance(
        value, (Function, Method, Partial, Builtin, BuiltinType, ClassRef, ContextFunction)
    ):
        return True
    if isinstance(value, Instance):
        return access.class_attribute(m, value.cls, "__call__") is not None
    if isinstance(value, Foreign):
        return type(value).call is not Foreign.call
    return (
        operators.derived("callable", value)
        if isinstance(value, Unknown)
        else isinstance(value, Extern)
    )


def _round(m: Machine, a: Arguments) -> Value:
    value = needed(m, a.args[0])
    if isinstance(value, (int, float)):
        digits = a.args[1] if len(a.args) > 1 else None
        if digits is not None and not isinstance(digits, int):
            return m.unknown()
        try:
            return round(value, digits)
        except (ValueError, OverflowError):
            return m.unknown()
    return m.unknown(kind="int")


def _abs(m: Machine, a: Arguments) -> Value:
    value = needed(m, a.args[0])
    if isinstance(value, (int, float, complex)):
        return abs(value)
    if isinstance(value, Foreign):
        return value.unary(m, "abs")
    return m.unknown()


def _next(m: Machine, a: Arguments) -> Value:
    value = a.args[0]
    if isinstance(value, Instance):
        method = access.find_attribute(m, value, "__next__") or access.find_attribute(
            m, value, "next"
        )
        if method is not None:
            return m.call(method)
    if isinstance(value, Iterator):
        item = advance(m, value)
        if item is not MISSING:
            return item
        if is_open(m, value):
            return m.unknown("an item")
        if len(a.args) > 1:
            return a.args[1]
        returned = getattr(m.heap[value.id], "value", None)
        raise Raised(Error(BuiltinType(StopIteration), () if returned is None else (returned,)))
    return m.unknown("an item")


def _iter(m: Machine, a: Arguments) -> Value:
    if len(a.args) == 2:
        return new_iterator(m, Items((), True))
    made = iterator_of(m, a.args[0])
    return m.unknown("an iterator") if made is None else made


def _print(m: Machine, a: Arguments) -> Value:
    return None


def _globals(m: Machine, a: Arguments) -> Value:
    return m.new_dict(dict(m.heap[m.frame.module.id].items()), True)


def _locals(m: Machine, a: Arguments) -> Value:
    names = m.heap[m.frame.id]
    return m.new_dict(dict(names.items()))


def _vars(m: Machine, a: Arguments) -> Value:
    if a.args and isinstance(a.args[0], (Instance, ClassRef, ModuleRef)):
        return AttributeTable(a.args[0].id)
    if a.args and isinstance(a.args[0], Namespace):
        return m.new_dict(dict(m.heap[a.args[0].id].items()), a.args[0].open)
    return _locals(m, a) if not a.args else m.new_dict({}, True)


def _input(m: Machine, a: Arguments) -> Value:
    return m.unknown("input", kind="str")


def _string(convert: Callable[[Any], Any]) -> Native:
    def run(m: Machine, a: Arguments) -> Value:
        value = needed(m, a.args[0])
        if isinstance(value, (int, str)):
            try:
                return convert(value)
            except (TypeError, ValueError):
                return m.unknown()
        return m.unknown()

    return run


def _repr(m: Machine, a: Arguments) -> Value:
    return text.represent(m, a.args[0])


def _format(m: Machine, a: Arguments) -> Value:
    return text.formatted(m, a.args[0], a.args[1] if len(a.args) > 1 else "")


def _divmod(m: Machine, a: Arguments) -> Value:
    x, y = (needed(m, one) for one in a.args)
    if isinstance(x, (int, float)) and isinstance(y, (int, float)) and y != 0:
        return divmod(x, y)
    return (m.unknown(), m.unknown())


def _pow(m: Machine, a: Arguments) -> Value:
    return operators.binary(m, "**", a.args[0], a.args[1]) if len(a.args) == 2 else m.unknown()


def _id(m: Machine, a: Arguments) -> Value:
    return m.unknown("id", kind="int")


def _exit(m: Machine, a: Arguments) -> Value:
    raise m.fail("SystemExit", "")


def _reduce(m: Machine, a: Arguments) -> Value:
    held = consume(m, a.args[1])
    if held is None or held.open:
        return m.unknown()
    items = list(held.items)
    total = a.args[2] if len(a.args) > 2 else (items.pop(0) if items else None)
    for item in items:
        total = m.call(a.args[0], (total, item))
    return total


def _dir(m: Machine, a: Arguments) -> Value:
    if a.args and isinstance(a.args[0], Instance):
        return m.new_list(sorted(m.heap[a.args[0].id]), True)
    return m.new_list((), True)


def _guard(function: Native) -> Native:
    """A call with arguments that are missing or unseen gives an unknown."""

    def run(m: Machine, a: Arguments) -> Value:
        if a.open_args:
            return m.unknown()
        try:
            return function(m, a)
        except IndexError:
            raise m.fail("TypeError", "missing an argument") from None

    return run


FUNCTIONS: dict[str, Native] = {
    name: _guard(function)
    for name, function in {
        "len": _len,
        "enumerate": _enumerate,
        "zip": _zip,
        "map": _map,
        "filter": _filter,
        "reversed": _reversed,
        "sorted": _sorted,
        "sum": _sum,
        "min": _extreme("<"),
        "max": _extreme(">"),
        "any": _any(True),
        "all": _any(False),
        "isinstance": _isinstance,
        "issubclass": _issubclass,
        "getattr": _getattr,
        "hasattr": _hasattr,
        "setattr": _setattr,
        "delattr": _delattr,
        "callable": _callable,
        "round": _round,
        "abs": _abs,
        "next": _next,
        "iter": _iter,
        "print": _print,
        "globals": _globals,
        "locals": _locals,
        "vars": _vars,
        "input": _input,
        "raw_input": _input,
        "repr": _repr,
        "format": _format,
        "divmod": _divmod,
        "pow": _pow,
        "id": _id,
        "hash": _id,
        "exit": _exit,
        "quit": _exit,
        "reduce": _reduce,
        "dir": _dir,
        "chr": _string(chr),
        "ord": _string(ord),
        "hex": _string(hex),
        "bin": _string(bin),
    }.items()
}
