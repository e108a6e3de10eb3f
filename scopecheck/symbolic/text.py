"""Strings, with or without unknown parts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.values import (
    LARGEST,
    BuiltinType,
    DictRef,
    Error,
    Extern,
    Foreign,
    Instance,
    ListRef,
    Table,
    Text,
    TupleRef,
    Unknown,
    Value,
)

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine

DIGITS = "digits"
"""The first part of the key of a whole number that is written into a string."""
NUMERAL = frozenset("-0123456789")
LONGEST = 100_000
MOST_PARTS = 1_000
DEEPEST = 6


def concatenate(parts: Iterable[Value]) -> Value:
    """One string of the parts: a str where all are known, one unknown where that is too long."""
    flat: list[str | Unknown] = []
    known: list[str] = []
    length = 0
    for part in parts:
        for piece in part.parts if isinstance(part, Text) else (part,):
            if isinstance(piece, str):
                known.append(piece)
                length += len(piece)
                continue
            if any(known):
                flat.append("".join(known))
            known = []
            flat.append(piece)
    if length > LARGEST or len(flat) > MOST_PARTS:
        return Text((Unknown(("long", *flat, *known), "a long string", kind="str"),))
    if any(known) or not flat:
        flat.append("".join(known))
    return flat[0] if len(flat) == 1 and isinstance(flat[0], str) else Text(tuple(flat))


def as_text(m: Machine, value: Value, depth: int = 0) -> Value:
    """``str(value)``; a list in more than a few others, as one in itself, is not shown."""
    value = needed(m, value)
    if depth > DEEPEST:
        return Text((m.unknown(kind="str"),))
    if isinstance(value, (str, Text)):
        return value
    if isinstance(value, Unknown):
        return Text((value if value.kind == "str" else _stringified(value),))
    if isinstance(value, Foreign):
        shown = value.get_attribute(m, "__str__")
        return shown if isinstance(shown, (str, Text)) else Text((m.unknown(),))
    if isinstance(value, Instance):
        from scopecheck.symbolic.builtins.dataclass import is_dataclass
        from scopecheck.symbolic.inheritance import find_attribute, is_exception

        method = find_attribute(m, value, "__str__") or find_attribute(m, value, "__repr__")
        if isinstance(method, (str, Text)):
            return method  # of a base that is a model's
        if method is not None:
            return as_text(m, m.call(method))
        if is_exception(value.cls):
            given = m.heap[value.id].get("args", ())
            if isinstance(given, tuple):
                return _error(m, Error(value.cls, given))
        shown = Unknown(("str", value.id), value.cls.name)
        told = value.cls.foreign_base or is_dataclass(m, value.cls)
        return Text((shown,) if told else ("<", shown, ">"))
    if isinstance(value, Error):
        return _error(m, value)
    if isinstance(value, BuiltinType):
        return str(value.type)
    if isinstance(value, (int, float, complex, bool, bytes, type(None))):
        try:
            return str(value)
        except ValueError:
            return Text((m.unknown(kind="str"),))
    if isinstance(value, DictRef):
        return _dict(m, value, depth)
    if isinstance(value, (tuple, ListRef)):
        from scopecheck.symbolic.iteration import iterate

        held = iterate(m, value)
        if held is not None and not held.open:
            shown = [represent(m, item, depth + 1) for item in held.items]
            if all(isinstance(one, str) for one in shown):
                inner = ", ".join(shown)
                if isinstance(value, tuple):
                    return f"({inner},)" if len(shown) == 1 else f"({inner})"
                return f"[{inner}]"
    return Text((m.unknown(),))


def _error(m: Machine, value: Error) -> Value:
    """An exception's message."""
    if value.value is not None:
        return as_text(m, value.value)
    if len(value.args) != 1:
        return as_text(m, value.args) if value.args else ""
    if isinstance(value.type, BuiltinType) and value.type.type is KeyError:
        return represent(m, value.args[0])
    return as_text(m, value.args[0])


def _dict(m: Machine, value: DictRef, depth: int) -> Value:
    table: Table = m.contents(value)
    if table.open:
        return Text((m.unknown(kind="str"),))
    parts: list[Value] = ["{"]
    for at, (key, held) in enumerate(table.items.items()):
        shown = (represent(m, key, depth + 1), ": ", represent(m, held, depth + 1))
        parts += [", " if at else "", *shown]
    return concatenate([*parts, "}"])


def _stringified(value: Unknown, whole: bool = False) -> Unknown:
    """An unknown value in a string; whole: it is a whole number."""
    how = DIGITS if whole or value.kind == "int" else "str"
    return Unknown((how, value.key), value.text, free=value.free, kind="str")


def holds(whole: Text, item: str) -> bool | None:
    """Whether a string is in another; None where that hangs on an unknown part."""
    if any(isinstance(part, str) and item in part for part in whole.parts):
        return True
    if all(isinstance(part, str) or _is_number(part) for part in whole.parts):
        return None if NUMERAL.intersection(item) else False
    return None if any(_may_begin(whole, at, item) for at in range(len(whole.parts))) else False


def _may_begin(whole: Text, at: int, item: str) -> bool:
    """Whether a text may begin in a part of a string, or is in an unknown one."""
    part, rest = whole.parts[at], whole.parts[at + 1 :]
    if isinstance(part, Unknown):
        return _may_be_in(part, rest, item)
    starts = [k for k in range(1, len(item)) if part.endswith(item[:k])] if rest else []
    return any(begins(Text(rest), item[k:]) is not False for k in starts)


def _may_be_in(part: Unknown, rest: tuple[str | Unknown, ...], item: str) -> bool:
    """Whether a text may be a part of something unknown, or begin there and go on behind it."""
    cuts = range(1, len(item)) if rest else ()
    return part.may_hold(item) or any(
        part.may_hold(item[:cut]) and begins(Text(rest), item[cut:]) is not False for cut in cuts
    )


def begins(whole: Text, item: str) -> bool | None:
    """Whether a string starts with another; None where that hangs on an unknown part."""
    first, *rest = whole.parts
    if not isinstance(first, str):
        if _is_number(first):
            return False if item[:1] not in (*NUMERAL, "") else None
        return None if not item or _may_be_in(first, tuple(rest), item) else False
    if len(item) <= len(first) or not item.startswith(first):
        return first.startswith(item)
    return begins(Text(tuple(rest)), item[len(first) :]) if rest else False


def ends(whole: Text, item: str) -> bool | None:
    """Whether a string ends with another; None where that hangs on an unknown part."""
    turned = (part[::-1] if isinstance(part, str) else part for part in reversed(whole.parts))
    return begins(Text(tuple(turned)), item[::-1])


def _is_number(part: Unknown) -> bool:
    return bool(part.key[0] == DIGITS)


def represent(m: Machine, value: Value, depth: int = 0) -> Value:
    """``repr(value)``."""
    if isinstance(value, str):
        return repr(value)
    if isinstance(value, Error) and value.value is None and isinstance(value.type, BuiltinType):
        shown = as_text(m, value.args)
        one = len(value.args) == 1 and isinstance(shown, str)
        shown = f"{shown[:-2]})" if one else shown
        return concatenate([value.type.type.__name__, shown])
    if isinstance(value, Instance):
        from scopecheck.symbolic.inheritance import find_attribute

        method = find_attribute(m, value, "__repr__")
        if method is not None:
            return m.call(method)
    return as_text(m, value, depth)


def formatted(m: Machine, value: Value, form: Value, conversion: int = -1) -> Value:
    """``format(value, form)``, as in an f-string."""
    value = needed(m, value)
    if conversion in (ord("r"), ord("a")):
        value = represent(m, value)
    elif conversion == ord("s"):
        value = as_text(m, value)
    if isinstance(value, Instance):
        from scopecheck.symbolic.inheritance import find_attribute

        method = find_attribute(m, value, "__format__")
        if method is not None:
            return as_text(m, m.call(method, (form or "",)))
    if form == "" or form is None:
        return as_text(m, value)
    if isinstance(form, str) and _WIDE.search(form):
        return Text((m.unknown("a long string", kind="str"),))
    if isinstance(form, str) and isinstance(value, (str, int, float, bool, complex)):
        try:
            return format(value, form)
        except ValueError as error:
            raise m.fail("ValueError", str(error)) from None
    if isinstance(value, Unknown):
        return Text(
            (Unknown(("format", value.key, str(form)), value.text, free=value.free, kind="str"),)
        )
    return Text((m.unknown(),))


_WIDE = re.compile(r"\d{6}")
_PERCENT = re.compile(
    r"%(?:\((?P<key>[^)]*)\))?(?P<flags>[#0\- +]*)(?P<width>\*|\d+)?"
    r"(?:\.(?P<precision>\*|\d+))?[hlL]?(?P<kind>[diouxXeEfFgGcrsa%])"
)


def percent(m: Machine, template: Value, given: Value) -> Value:
    """``template % given``."""
    if isinstance(given, TupleRef):
        return Text((m.unknown(),))
    if isinstance(template, Text):
        parts: list[Value] = []
        pending = given if isinstance(given, tuple) else (given,)
        for part in template.parts:
            if isinstance(part, Unknown):
                parts.append(part)
                continue
            count = len([x for x in _PERCENT.finditer(part) if x["kind"] != "%"])
            if count > 1 and not isinstance(given, tuple):
                return Text((m.unknown(),))
            parts.append(percent(m, part, pending[:count]))
            pending = pending[count:]
        return concatenate(parts)
    values: Sequence[Value] = given if isinstance(given, tuple) else (given,)
    table: Table | None = m.contents(given) if isinstance(given, DictRef) else None
    out: list[Value] = []
    position = at = 0
    for match in _PERCENT.finditer(template):
        out.append(template[position : match.start()])
        position = match.end()
        if match["kind"] == "%":
            out.append("%")
            continue
        if match["key"] is not None:
            value = _named(m, table, match["key"])
        elif at < len(values):
            value = values[at]
            at += 1
        elif isinstance(given, (Unknown, Foreign, Extern)) or "*" in template:
            return Text((m.unknown(),))
        else:
            raise m.fail("TypeError", "not enough arguments for format string")
        out.append(_percent_one(m, match, needed(m, value)))
    if at < len(values) and isinstance(given, tuple) and "*" not in template:
        raise m.fail("TypeError", "not all arguments converted during string formatting")
    out.append(template[position:])
    return concatenate(out)


def _named(m: Machine, table: Table | None, key: str) -> Value:
    """The value of ``%(key)s``."""
    if table is not None and key in table.items:
        return table.items[key]
    if table is not None and not table.open:
        raise m.fail("KeyError", key)
    return m.unknown(key)


def _percent_one(m: Machine, match: re.Match[str], value: Value) -> Value:
    precision = f".{match['precision']}" if match["precision"] else ""
    form = f"%{match['flags']}{match['width'] or ''}{precision}{match['kind']}"
    if _WIDE.search(form) or "*" in form:
        return Text((m.unknown("a long string", kind="str"),))
    if match["kind"] in "rsa":
        value = represent(m, value) if match["kind"] == "r" else as_text(m, value)
        if form in ("%s", "%r", "%a"):
            return value
        form = form[:-1] + "s"
    if isinstance(value, (str, int, float)):
        try:
            return form % value
        except (TypeError, ValueError, OverflowError) as error:
            raise m.fail(type(error).__name__, str(error)) from None
    if isinstance(value, Unknown):
        return Text(
            (
                Unknown((form, value.key), value.text, free=value.free, kind="str")
                if form not in ("%d", "%s", "%i")
                else _stringified(value, match["kind"] in "di"),
            )
        )
    return Text((m.unknown(),)) if not isinstance(value, Text) else value


_BRACES = re.compile(
    r"\{\{|\}\}|\{(?P<field>[^{}!:]*)(?:!(?P<conversion>[rsa]))?(?::(?P<form>(?:[^{}]|\{[^{}]*\})*))?\}"
)


_MIXED = "cannot switch from automatic field numbering to manual field specification"


def _field(m: Machine, name: str, args: tuple[Value, ...], kwargs: dict[str, Value]) -> Value:
    """What a field of ``format`` names."""
    if name.isdigit():
        if int(name) < len(args):
            return args[int(name)]
        old = m.library.python(m) < (3, 8)
        message = f"Replacement index {name} out of range for positional args tuple"
        raise m.fail("IndexError", "tuple index out of range" if old else message)
    if name not in kwargs:
        raise m.fail("KeyError", name)
    return kwargs[name]


def braces(m: Machine, template: str, args: tuple[Value, ...], kwargs: dict[str, Value]) -> Value:
    """``template.format(*args, **kwargs)``."""
    from scopecheck.symbolic.access import get_attribute
    from scopecheck.symbolic.subscripts import get_item

    out: list[Value] = []
    position = automatic = 0
    numbered = False
    for match in _BRACES.finditer(template):
        out.append(template[position : match.start()])
        position = match.end()
        whole = match.group()
        if whole in ("{{", "}}"):
            out.append(whole[0])
            continue
        name, *path = re.split(r"(?=[.\[])", match["field"])
        numbered = numbered or name.isdigit()
        if name == "":
            name = str(automatic)
            automatic += 1
        if numbered and automatic:
            raise m.fail("ValueError", _MIXED)
        value = _field(m, name, args, kwargs)
        for step in path:
            if step.startswith("."):
                value = get_attribute(m, value, step[1:])
            else:
                key = step[1:-1]
                value = get_item(m, value, int(key) if key.isdigit() else key)
        conversion = ord(match["conversion"]) if match["conversion"] else -1
        form: Value = match["form"] or ""
        if "{" in form:  # its own fields
            inner = form.count("{}")
            for at in range(automatic, automatic + inner):
                form = form.replace("{}", f"{{{at}}}", 1)
            automatic += inner
            form = braces(m, form, args, kwargs)
        out.append(formatted(m, value, form, conversion))
    out.append(template[position:])
    return concatenate(out)
