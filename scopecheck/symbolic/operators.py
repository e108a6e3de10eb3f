"""Operators on abstract values."""

from __future__ import annotations

import operator as python
from typing import TYPE_CHECKING, Any

from scopecheck.symbolic import text
from scopecheck.symbolic.counters import summed
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.native import answered
from scopecheck.symbolic.often import note_count
from scopecheck.symbolic.values import (
    LARGEST,
    DictRef,
    FlagNumber,
    Foreign,
    Instance,
    Items,
    ListRef,
    SetRef,
    Table,
    Text,
    TupleRef,
    Unknown,
    Value,
    View,
    bounded,
)

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine

PLAIN = (int, float, complex, str, bytes)
RUN: dict[str, Any] = {
    "+": python.add,
    "-": python.sub,
    "*": python.mul,
    "/": python.truediv,
    "//": python.floordiv,
    "%": python.mod,
    "**": python.pow,
    "&": python.and_,
    "|": python.or_,
    "^": python.xor,
    "<<": python.lshift,
    ">>": python.rshift,
    "<": python.lt,
    "<=": python.le,
    ">": python.gt,
    ">=": python.ge,
    "@": python.matmul,
}
_DUNDER = {
    "+": "add",
    "-": "sub",
    "*": "mul",
    "/": "truediv",
    "//": "floordiv",
    "%": "mod",
    "**": "pow",
    "@": "matmul",
    "&": "and",
    "|": "or",
    "^": "xor",
    "<": "lt",
    "<=": "le",
    ">": "gt",
    ">=": "ge",
    "==": "eq",
    "!=": "ne",
    "<<": "lshift",
    ">>": "rshift",
}
_UNARY = {"-": "__neg__", "+": "__pos__", "~": "__invert__"}
_ORDERS = ("<", "<=", ">", ">=")
_ARITHMETIC = frozenset(("+", "-", "*", "/", "//", "%"))
MOST_BITS = 10_000
LONGEST_TEXT = 80
DEEPEST = 50


def value_key(value: Value) -> Any:
    """What tells a value from another in an unknown's identity."""
    if isinstance(value, Unknown):
        return value.key
    try:
        hash(value)
    except TypeError:
        return ("object", id(value))
    return (type(value).__name__, value)


def derived(op: str, *operands: Value) -> Unknown:
    """The unknown result of an operation: equal for equal operands."""
    unknowns = [one for one in operands if isinstance(one, Unknown)]
    free = bool(unknowns) and all(one.free for one in unknowns)
    shown = [(one.text or "…") if isinstance(one, Unknown) else show_value(one) for one in operands]
    words = f"{shown[0]} {op} {shown[1]}" if len(shown) == 2 else f"{op}{shown[0]}"
    tame = bool(unknowns) and all(one.tame for one in unknowns)
    if len(words) > LONGEST_TEXT:
        words = words[:LONGEST_TEXT] + "…"
    key = (op, *(value_key(one) for one in operands))
    kind = _number(op, operands)
    return Unknown(key, words, free=free, tame=tame, kind=kind, not_none=True)


def _number(op: str, operands: tuple[Value, ...]) -> str:
    """The type of a result computed from numbers; '' for any other operation."""
    kinds = {one.kind if isinstance(one, Unknown) else type(one).__name__ for one in operands}
    if op not in _ARITHMETIC or not kinds <= {"int", "float", "FlagNumber"}:
        return ""
    return "float" if "float" in kinds or op == "/" else "int"


def show_value(value: Value) -> str:
    return repr(value) if isinstance(value, (*PLAIN, bool, type(None))) else "…"


def binary(m: Machine, op: str, one: Value, other: Value) -> Value:
    """``one op other``."""
    if isinstance(one, (Foreign, Instance)) or isinstance(other, (Foreign, Instance)):
        return of_objects(m, op, one, other)
    one, other = needed(m, one), needed(m, other)
    if op == "%" and isinstance(one, (str, Text)):
        return text.percent(m, one, other)
    if op == "py2/":
        whole = isinstance(one, int) and isinstance(other, int)
        if isinstance(one, Unknown) or isinstance(other, Unknown):
            return derived("/", one, other)
        op = "//" if whole else "/"
    if isinstance(one, PLAIN) and isinstance(other, PLAIN):
        return _plain(m, op, one, other)
    if (
        op == "+"
        and isinstance(one, (str, Text, Unknown))
        and isinstance(other, (str, Text, Unknown))
    ):
        return _concatenation(one, other)
    if isinstance(one, Unknown) or isinstance(other, Unknown):
        return summed(op, one, other, derived(op, one, other))
    if op != "+" and (isinstance(one, View) or isinstance(other, View)):
        one, other = as_set(m, one), as_set(m, other)
    return _containers(m, op, one, other)


def as_set(m: Machine, value: Value) -> Value:
    """The set that a dict's keys are, and what is combined with them."""
    from scopecheck.symbolic.iteration import iterate
    from scopecheck.symbolic.tables import new_set

    held = None if isinstance(value, SetRef) else iterate(m, value)
    return value if held is None else new_set(m, held)


def _concatenation(one: Value, other: Value) -> Value:
    if isinstance(one, (str, Text)) or isinstance(other, (str, Text)):
        return text.concatenate((one, other))
    if one.kind == "str" or other.kind == "str":
        return Text((one, other))
    return derived("+", one, other)


def _plain(m: Machine, op: str, one: Any, other: Any) -> Value:
    if op == "*" and (isinstance(one, (str, bytes)) or isinstance(other, (str, bytes))):
        count = other if isinstance(other, int) else one
        held = one if isinstance(one, (str, bytes)) else other
        if isinstance(count, int) and count * max(len(held), 1) > LARGEST:
            return m.unknown("a long string")
    if op == "+" and isinstance(one, (str, bytes)) and isinstance(other, (str, bytes)):
        if len(one) + len(other) > LARGEST:
            return m.unknown("a long string", kind="str" if isinstance(one, str) else "")
    if op == "*" and isinstance(one, int) and isinstance(other, int):
        if one.bit_length() + other.bit_length() > MOST_BITS:
            return m.unknown("a large number", kind="int")
    if op == "**" and isinstance(one, int) and isinstance(other, int):
        if abs(other) * one.bit_length() > 2048:
            return m.unknown("a large number", kind="int")
    if op == "<<" and isinstance(other, int) and other > 256:
        return m.unknown("a large number", kind="int")
    try:
        return RUN[op](one, other)
    except ZeroDivisionError as error:
        raise m.fail("ZeroDivisionError", str(error)) from None
    except TypeError as error:
        raise m.fail("TypeError", str(error)) from None
    except (ValueError, OverflowError):
        return m.unknown()


def of_objects(m: Machine, op: str, one: Value, other: Value) -> Value:
    op = "/" if op == "py2/" else op
    if isinstance(one, Foreign):
        result = one.binary(m, op, other, False)
        if result is not NotImplemented:
            return result
    if isinstance(other, Foreign):
        result = other.binary(m, op, one, True)
        if result is not NotImplemented:
            return result
    from scopecheck.symbolic.enums import datum
    from scopecheck.symbolic.inheritance import find_attribute

    plain = datum(m, one), datum(m, other)
    if plain != (one, other):
        from scopecheck.symbolic.comparisons import compare

        return (compare if op in _ORDERS else binary)(m, op, *plain)
    if isinstance(one, Instance):
        method = find_attribute(m, one, f"__{_DUNDER[op]}__")
        if method is not None:
            return m.call(method, (other,))
    if isinstance(other, Instance):
        method = find_attribute(m, other, f"__r{_DUNDER[op]}__")
        if method is not None:
            return m.call(method, (one,))
    if isinstance(one, (str, Text)) and op == "%":
        return text.percent(m, one, other)
    return m.unknown()


def _containers(m: Machine, op: str, one: Value, other: Value) -> Value:
    if op == "+":
        if isinstance(one, tuple) and isinstance(other, tuple):
            if len(one) + len(other) > LARGEST:
                return m.unknown("a long tuple")
            return one + other
        if isinstance(one, (tuple, TupleRef)) and isinstance(other, (tuple, TupleRef)):
            return m.new_tuple(_one_after_other(_held(m, one), _held(m, other)))
        if isinstance(one, ListRef) and isinstance(other, ListRef):
            both = _one_after_other(m.contents(one), m.contents(other))
            return m.new_list(both.items, both.open)
    if op == "*":
        count, held = (other, one) if isinstance(other, int) else (one, other)
        if isinstance(count, int):
            note_count(m, count)
            if isinstance(held, tuple) and len(held) * count <= LARGEST:
                return held * count
            if isinstance(held, ListRef):
                items: Items = m.contents(held)
                if isinstance(held, TupleRef):
                    return held
                if len(items.items) * count <= LARGEST:
                    return m.new_list(items.items * count, items.open)
                return m.new_list(items.items, True)
    if isinstance(one, SetRef) and isinstance(other, SetRef) and op in ("|", "-", "&", "^"):
        a, b = m.contents(one), m.contents(other)
        kept = {
            "|": {**a.items, **b.items},
            "-": {k: None for k in a.items if k not in b.items},
            "&": {k: None for k in a.items if k in b.items},
            "^": {k: None for k in (*a.items, *b.items) if (k in a.items) != (k in b.items)},
        }[op]
        return SetRef(m.allocate(Table(kept, a.open or b.open)))
    if isinstance(one, DictRef) and isinstance(other, DictRef):
        a, b = m.contents(one), m.contents(other)
        if one.counts and other.counts:
            return DictRef(m.allocate(_counted(m, op, a, b)), one.factory, True)
        if op == "|":
            return m.new_dict({**a.items, **b.items}, a.open or b.open)
    return answered(m, RUN[op], (one, other), m.unknown())


def _held(m: Machine, value: Value) -> Items:
    """What a tuple holds."""
    held: Items = Items(value) if isinstance(value, tuple) else m.contents(value)
    return held


def _one_after_other(one: Items, other: Items) -> Items:
    """What two lists hold together."""
    return Items(one.items + other.items, one.open or other.open)


def _counted(m: Machine, op: str, one: Table, other: Table) -> Table:
    """The sum, the difference … of two Counters: what is counted more than 0 times."""
    run: Any = {"+": python.add, "-": python.sub, "|": max, "&": min}.get(op)
    counts = (*one.items.values(), *other.items.values())
    if run is None or not all(isinstance(count, int) for count in counts):
        return Table({}, True)
    keys = dict.fromkeys((*one.items, *other.items))
    made = {key: run(one.items.get(key, 0), other.items.get(key, 0)) for key in keys}
    return Table({k: count for k, count in made.items() if count > 0}, one.open or other.open)


def augmented(m: Machine, op: str, one: Value, other: Value) -> Value:
    """``one op= other``: lists, sets and dicts change in place."""
    if isinstance(one, ListRef) and not isinstance(one, TupleRef) and op == "+":
        from scopecheck.symbolic.iteration import consume

        held: Items = m.contents(one)
        more = consume(m, other)
        m.write(
            one.id,
            bounded(held.items + more.items, held.open or more.open)
            if more
            else Items(held.items, True),
        )
        return one
    changes = isinstance(one, (ListRef, SetRef, DictRef)) and not isinstance(one, (View, TupleRef))
    if changes and op != "+":
        changed = binary(m, op, one, other)
        if isinstance(changed, (ListRef, SetRef, DictRef)):
            m.write(one.id, m.contents(changed))
            return one
        return changed
    if isinstance(one, Instance):
        from scopecheck.symbolic.inheritance import find_attribute

        method = find_attribute(m, one, f"__i{_DUNDER.get(op, 'add')}__")
        if method is not None:
            return m.call(method, (other,))
    return binary(m, op, one, other)


def unary(m: Machine, op: str, value: Value) -> Value:
    """``-x``, ``+x``, ``~x``."""
    if isinstance(value, Foreign):
        result = value.unary(m, op)
        return m.unknown() if result is NotImplemented else result
    if isinstance(value, Instance):
        return method_result(m, value, _UNARY[op])
    value = needed(m, value)
    if isinstance(value, (int, float, complex)):
        if op == "-":
            return -value
        if op == "+":
            return +value
        if isinstance(value, int):
            return ~value
    if isinstance(value, Unknown):
        return derived(op, value)
    return answered(m, getattr(python, _UNARY[op]), (value,), m.unknown())


def method_result(m: Machine, value: Instance, name: str) -> Value:
    """What an object's method gives, called without arguments; unknown if it has none."""
    from scopecheck.symbolic.inheritance import find_attribute

    method = find_attribute(m, value, name)
    return m.unknown() if method is None else m.call(method)


__all__ = [
    "FlagNumber",
    "augmented",
    "binary",
    "derived",
    "method_result",
    "unary",
    "value_key",
]
