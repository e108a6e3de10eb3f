"""Names: unique operation names, and names of which a part is not known.

A name inside the models is always a str. An unknown part of it is written as a mark, so
that joining, splitting and comparing names stay plain string work; two names with the same
unknown are equal, and ``shown`` prints the mark as ``…``.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from scopecheck.models.one_graph import check_not_finalized
from scopecheck.models.world import current, update
from scopecheck.symbolic.decisions import needed
from scopecheck.symbolic.text import DIGITS, NUMERAL
from scopecheck.symbolic.values import DictRef, ListRef, Text, Unknown, Value

if TYPE_CHECKING:
    import immutables

    from scopecheck.symbolic.machine import Machine

_MARK = re.compile("\ue000(\\d+)\ue002?\ue001")
_TOKEN = re.compile("\ue000\\d+(\ue002?)\ue001|.", re.DOTALL)

DEFAULT_NAMES = frozenset(
    "Placeholder Const MatMul Mean Sum Relu Sigmoid Tanh Square Sqrt Exp Log Reshape Neg Abs Max "
    "Min Maximum Minimum Prod Identity Cast Softmax add sub mul truediv".split()
)


def encode(m: Machine, value: Value) -> str | None:
    """A name given by the program as a str with marks; None where it is no string."""
    value = needed(m, value)
    if isinstance(value, str):
        return value
    if isinstance(value, Text):
        return "".join(p if isinstance(p, str) else _mark(m, p) for p in value.parts)
    if isinstance(value, Unknown) and value.kind == "str":
        return _mark(m, value)
    return None


def mark_unknown(m: Machine, value: Unknown) -> str:
    """A name that is unknown as a whole."""
    return _mark(m, value)


def given_name(m: Machine, value: Value, default: str) -> str:
    """The name that something is given, the default one where it is given none."""
    value = needed(m, value)
    if isinstance(value, Unknown):
        return mark_unknown(m, value)
    return encode(m, value) or default


def is_no_name(value: Value) -> bool:
    """Whether a value surely is neither a string nor a scope."""
    from scopecheck.models.tensors import Tensor

    return isinstance(value, (bool, int, float, bytes, tuple, ListRef, DictRef, Tensor))


def mark_of(m: Machine, value: Value) -> str:
    """A name that a value gives which the analysis can't read."""
    if isinstance(value, Unknown):
        return _mark(m, value)
    return _mark(m, Unknown(("named by", id(m.node), str(value)), "a name", kind="str"))


def _mark(m: Machine, unknown: Unknown) -> str:
    table: dict[Any, int] = m.library.marks  # type: ignore[attr-defined]
    known: list[Unknown] = m.library.marked  # type: ignore[attr-defined]
    if unknown.key not in table:
        table[unknown.key] = len(known)
        known.append(unknown)
    number = "\ue002" if unknown.key[0] == DIGITS else ""
    return f"\ue000{table[unknown.key]}{number}\ue001"


def decode(m: Machine, name: str) -> Value:
    """A name as the program sees it: a str, or a Text with the unknown parts."""
    if "\ue000" not in name:
        return name
    known: list[Unknown] = m.library.marked  # type: ignore[attr-defined]
    pieces = _MARK.split(name)
    parts: list[str | Unknown] = []
    for i, piece in enumerate(pieces):
        if i % 2:
            parts.append(known[int(piece)])
        elif piece:
            parts.append(piece)
    return Text(tuple(parts))


def is_known(name: str) -> bool:
    """Whether every part of a name is known."""
    return "\ue000" not in name


def shown(name: str) -> str:
    """A name for a message: unknown parts read ``…``, control characters are spelled out."""
    name = _MARK.sub("…", name)
    if name.isprintable():
        return name
    return "".join(one if one.isprintable() else repr(one)[1:-1] for one in name)


def told(m: Machine, name: str) -> str:
    """A variable's name in the trace, where variables are told apart by it.

    Of names that would read the same and have other unknown parts, each later one of an entry
    has one more ``…`` in the place of each. Numbers stand for all that a loop makes alike.
    """
    text = shown(name)
    unknown = tuple(one[1] for one in _MARK.finditer(name) if "\ue002" not in one[0])
    if not unknown:
        return text
    alike: list[tuple[str, ...]] = m.told.setdefault(text, [])
    if unknown not in alike:
        alike.append(unknown)
    return shown(_MARK.sub("…" * (alike.index(unknown) + 1), name))


def may_equal(name: str, other: str) -> bool:
    """Whether two names could be the same once the unknown parts are known."""
    if name == other:
        return True
    if is_known(name) and is_known(other):
        return False
    one, two = _tokens(name), _tokens(other)
    seen: set[tuple[int, int]] = set()
    pending = [(0, 0)]
    while pending:
        i, j = pending.pop()
        if (i, j) in seen:
            continue
        seen.add((i, j))
        if i == len(one) and j == len(two):
            return True
        pending += [(i + x, j + y) for x, y in _steps(one[i : i + 1], two[j : j + 1])]
    return False


_ANY, _NUMBER = "any", "number"
"""What stands for an unknown part of a name: whatever it is, or the digits of a number."""


def _tokens(name: str) -> list[str]:
    """A name's characters and its unknown parts."""
    return [
        match.group() if len(match.group()) == 1 else _NUMBER if match[1] else _ANY
        for match in _TOKEN.finditer(name)
    ]


def _steps(one: list[str], two: list[str]) -> list[tuple[int, int]]:
    """How far two names can be read on together: an unknown part takes up any number of tokens."""
    found: list[tuple[int, int]] = []
    for mine, theirs, turned in ((one, two, False), (two, one, True)):
        if mine and len(mine[0]) > 1:
            found.append((0, 1) if turned else (1, 0))
            if theirs and _takes(mine[0], theirs[0]):
                found.append((1, 0) if turned else (0, 1))
    if one and one == two:
        found.append((1, 1))
    return found


def _takes(part: str, token: str) -> bool:
    return part == _ANY or token == _NUMBER or token in NUMERAL


def unique_name(m: Machine, name: str, root: bool = False) -> str:
    """The name an operation or name scope gets, taken into use.

    Source: tensorflow/python/framework/ops.py, ``Graph.unique_name``: compared without
    case from 1.0 on; a name in use gets the smallest free ``_k``.
    """
    graph = current(m)
    if graph.stack and not root:
        name = f"{graph.stack}/{name}"
    key = name if m.world.before_one else name.lower()
    names = graph.names
    uses = names.get(key, 0)
    names = names.set(key, uses + 1)
    taken = (key, graph.taken, graph.taken[2] + 1 if graph.taken else 1)
    if uses > 0:
        base = key
        while key in names:
            key = f"{base}_{uses}"
            uses += 1
        names = names.set(key, 1)
        taken = (key, taken, taken[2] + 1)
        name = f"{name}_{uses - 1}"
    update(m, graph, names=names, taken=taken)
    return name


def variable_name(m: Machine, name: str, root: bool = False) -> str:
    """The unique name of a variable's operation: it stands in the graph around what is traced.

    Source: tensorflow/python/framework/ops.py, ``init_scope``.
    """
    outside = m.world.outside
    if outside is None:
        return unique_name(m, name, root)
    inside = current(m).names
    update(m, names=outside)
    full = unique_name(m, name, root)
    m.world = replace(m.world, outside=current(m).names)
    update(m, names=inside)
    return full


def take(m: Machine, names: immutables.Map[str, int]) -> None:
    """Takes these into use too, as often as they say."""
    graph = current(m)
    held, taken = graph.names, graph.taken
    for name, uses in names.items():
        if uses > held.get(name, 0):
            held = held.set(name, uses)
            taken = (name, taken, taken[2] + 1 if taken else 1)
    update(m, graph, names=held, taken=taken)


def op_name(m: Machine, given: Value, op: str) -> str | None:
    """The name of an operation; None for an unnamed one whose default name isn't modelled."""
    if getattr(m.world, "executing_eagerly", False):
        return None
    check_not_finalized(m)
    name = encode(m, given) if given is not None else None
    if name is None:
        return unique_name(m, op) if op in DEFAULT_NAMES else None
    if name.endswith("/"):
        return name[:-1]
    return unique_name(m, name) if name else None
