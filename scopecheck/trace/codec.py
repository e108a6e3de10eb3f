"""Traces as lines of JSON, one record to a line.

``is`` names a record's class. Sites, variables and tensors stand in tables of their own and
are referred to by their ``id``; an event without a field has that field's default. A tensor
may depend on itself (a loop of the graph): what is on such a cycle is computed from all that
the cycle is computed from.
"""

from __future__ import annotations

import dataclasses
import enum
import functools
import json
import types
import typing
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from scopecheck.trace import events, scopes
from scopecheck.trace.cycles import components
from scopecheck.trace.errors import TensorFlowError
from scopecheck.trace.sites import Site
from scopecheck.trace.tensors import Computed
from scopecheck.trace.trace import Ending, Holding, Trace
from scopecheck.trace.variables import Variable

Record = dict[str, Any]

_TABLES: tuple[type, ...] = (Site, Variable, Computed)
_PLAIN = (scopes.ScopeState, scopes.ReuseSource, scopes.NameScope, TensorFlowError, Holding)
_EVENTS: dict[str, type] = {kind.__name__: kind for kind in typing.get_args(events.Event)}


class BadTrace(ValueError):
    """Lines that are no trace."""


def dump(trace: Trace) -> Iterator[str]:
    """The lines of a trace; a table's record stands before what refers to it."""
    writer = _Writer()
    for part in (*trace.events, *trace.endings):
        writer.add(part)
    head = {"entry": trace.entry, "closed": trace.closed, "tensorflow": trace.tensorflow}
    for record in ({"is": "Trace", **head}, *writer.records):
        yield json.dumps(record, sort_keys=True, ensure_ascii=False)


def load(lines: Iterable[str]) -> Trace:
    """The trace of some lines; BadTrace where they are none."""
    try:
        return decode([json.loads(line) for line in lines if line.strip()]).trace
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise BadTrace(f"no trace: {type(error).__name__}: {error}") from error


@dataclasses.dataclass(frozen=True, slots=True)
class Decoded:
    """A trace, and its tables by the numbers that the records use."""

    trace: Trace
    tensors: Mapping[int, Computed]
    variables: Mapping[int, Variable]


def decode(records: Iterable[Record]) -> Decoded:
    """The trace of some records; those of a class that no trace has are passed over."""
    by_kind: dict[str, list[Record]] = {}
    ordered: list[Record] = []
    for record in records:
        by_kind.setdefault(record["is"], []).append(record)
        if record["is"] in _EVENTS:
            ordered.append(record)
    (head,) = by_kind["Trace"]
    reader = _Reader(by_kind)
    trace = Trace(
        head["entry"],
        head["closed"],
        head["tensorflow"],
        tuple(reader.made(_EVENTS[record["is"]], record) for record in ordered),
        tuple(reader.made(Ending, record) for record in by_kind.get("Ending", ())),
    )
    return Decoded(trace, reader.table(Computed), reader.table(Variable))


class _Writer:
    """Records, and the numbers of what stands in tables."""

    def __init__(self) -> None:
        self.records: list[Record] = []
        self._numbers: dict[Any, int] = {}
        self._kept: list[Any] = []

    def add(self, part: Any) -> None:
        """Write an event or an ending, after what it refers to."""
        self.records.append({"is": type(part).__name__, **self._fields(part)})

    def _fields(self, part: Any) -> Record:
        return {
            field.name: self._value(getattr(part, field.name))
            for field in dataclasses.fields(part)
            if not _is_default(field, getattr(part, field.name))
        }

    def _value(self, value: Any) -> Any:
        if isinstance(value, enum.Enum):
            return value.value
        if isinstance(value, Computed):
            return self._computed(value)
        if isinstance(value, _TABLES):
            return self._numbered(value, value)
        if dataclasses.is_dataclass(value):
            return self._fields(value)
        if isinstance(value, frozenset):
            return sorted(self._value(one) for one in value)
        if isinstance(value, tuple):
            return [self._value(one) for one in value]
        return value

    def _computed(self, tensor: Computed) -> int:
        """Inputs first, without recursion: graphs are deep."""
        waiting = [tensor]
        while waiting:
            one = waiting[-1]
            missing = [
                before for before in (*one.inputs, *one.after) if id(before) not in self._numbers
            ]
            if missing and id(one) not in self._numbers:
                waiting.extend(missing)
            else:
                waiting.pop()
                self._numbered(id(one), one)
        return self._numbers[id(tensor)]

    def _numbered(self, key: Any, value: Any) -> int:
        number = self._numbers.get(key)
        if number is None:
            record = {"is": type(value).__name__, **self._fields(value)}
            number = self._numbers[key] = len(self._numbers)
            self._kept.append(value)
            self.records.append({**record, "id": number})
        return number


def _is_default(field: dataclasses.Field[Any], value: Any) -> bool:
    return field.default is not dataclasses.MISSING and bool(value == field.default)


class _Reader:
    """Makes objects of records; the tables are read first."""

    def __init__(self, by_kind: Mapping[str, list[Record]]) -> None:
        self._tables: dict[type, dict[int, Any]] = {kind: {} for kind in _TABLES}
        for record in by_kind.get("Site", ()):
            self._tables[Site][record["id"]] = self.made(Site, record)
        for record in by_kind.get("Variable", ()):
            self._tables[Variable][record["id"]] = self.made(Variable, record)
        self._tables[Computed] = tensors_of(by_kind.get("Computed", ()))

    def table(self, kind: type) -> Mapping[int, Any]:
        """The objects of a table, by their numbers."""
        return self._tables[kind]

    def made(self, kind: type, record: Record) -> Any:
        """An object of a data class."""
        hints = _hints(kind)
        given = {
            name: self.value(hints[name], record[name])
            for name in hints
            if name in record and name != "id"
        }
        return kind(**given)

    def value(self, hint: Any, value: Any) -> Any:
        """A field's value, as its annotation says."""
        origin, arguments = typing.get_origin(hint), typing.get_args(hint)
        if value is None or hint is Any:
            return value
        if origin in (typing.Union, types.UnionType):
            (inner,) = (one for one in arguments if one is not type(None))
            return self.value(inner, value)
        if origin is tuple:
            inner = arguments[:1] * len(value) if arguments[1:] == (...,) else arguments
            return tuple(map(self.value, inner, value))
        if origin is frozenset:
            return frozenset(self.value(arguments[0], one) for one in value)
        if hint in self._tables:
            return self._tables[hint][value]
        if hint in _PLAIN:
            return self.made(hint, value)
        return hint(value) if isinstance(hint, enum.EnumMeta) else value


@functools.cache
def _hints(kind: type) -> Mapping[str, Any]:
    return typing.get_type_hints(kind)


def tensors_of(
    records: Iterable[Record], known: Mapping[int, Computed] = types.MappingProxyType({})
) -> dict[int, Computed]:
    """Tensors by their numbers, made in the order in which they depend on each other.

    known: tensors made before, which stay the same objects.
    """
    by_number = {record["id"]: record for record in records}

    def before(number: int) -> list[int]:
        record = by_number[number]
        return [*record.get("inputs", ()), *record.get("after", ())]

    made: dict[int, Computed] = {}
    made.update(known)
    for group in components(by_number, before):
        if group[0] in known:
            continue
        if len(group) == 1 and group[0] not in before(group[0]):
            made[group[0]] = _tensor(by_number[group[0]], made.__getitem__)
            continue
        inside = set(group)
        outer = dict.fromkeys(one for number in group for one in before(number))
        cycle = Computed("Loop", tuple(made[one] for one in outer if one not in inside))
        for number in group:
            record = {**by_number[number], "inputs": (0,), "after": ()}
            made[number] = _tensor(record, lambda _, cycle=cycle: cycle)  # type: ignore[misc]
    return made


def _tensor(record: Record, tensor: Callable[[int], Computed]) -> Computed:
    return Computed(
        record["op"],
        tuple(tensor(one) for one in record.get("inputs", ())),
        tuple(tensor(one) for one in record.get("after", ())),
        record.get("variable"),
        record.get("name"),
        record.get("graph", 0),
        record.get("lost", False),
        record.get("gradient", True),
    )
