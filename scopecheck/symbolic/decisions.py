"""Tests on unknown values: decided once on a path, the same everywhere."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from scopecheck.symbolic import clauses
from scopecheck.symbolic.state import NORMAL, Flow
from scopecheck.symbolic.values import (
    DictRef,
    Foreign,
    Instance,
    Items,
    Key,
    ListRef,
    Ref,
    SetRef,
    Table,
    Text,
    Unknown,
    Value,
    key_of,
)

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine


def truth(m: Machine, value: Value) -> bool:
    """Whether a value is true; an unknown value splits the path."""
    if isinstance(value, Unknown):
        return decide(m, value)
    if isinstance(value, Ref):
        if isinstance(value, (ListRef, DictRef, SetRef)):
            held: Items | Table = m.contents(value)
            if held.items or not held.open:
                return bool(held.items)
            return decide(m, Unknown(("filled", value.id), "the collection is not empty"))
        return _object(m, value) if isinstance(value, Instance) else True
    if isinstance(value, Text):
        if any(isinstance(part, str) and part for part in value.parts):
            return True
        return decide(m, Unknown(("text", value), str(value)))
    if isinstance(value, Foreign):
        known = value.truth(m)
        if known is not None:
            return known
        return decide(m, Unknown(("truth", *m.identity()), "the value is true"))
    try:
        return bool(value)
    except Exception:
        return True


def _object(m: Machine, value: Instance) -> bool:
    from scopecheck.symbolic.inheritance import find_attribute

    for name in ("__bool__", "__nonzero__", "__len__"):
        method = find_attribute(m, value, name)
        if method is not None:
            return truth(m, m.call(method))
    return True


def decide(m: Machine, unknown: Unknown) -> bool:
    """Decides an unknown test, or recalls what was decided on this path."""
    key = unknown.key
    negated = False
    while key[0] == "not":
        key = key[1].key
        negated = not negated
    known = recall(m, key)
    if known is None:
        known = m.choose(lambda: split(m, key, unknown))
    return known != negated


def assume(m: Machine, unknown: Unknown) -> None:
    """Goes on as where a test is true, if that is the user's choice and was not made before."""
    key, answer = unknown.key, True
    while key[0] == "not":
        unknown, answer = key[1], not answer
        key = unknown.key
    if unknown.free and key[0] in ("is", "==") and recall(m, key) is None:
        m.texts[key] = (unknown.text or "an unknown value", True)
        m.decisions = _decided(m.decisions, key, answer)


def note(m: Machine, unknown: Unknown, answer: bool) -> None:
    """Notes the answer to a test that other decisions of the path have given."""
    m.texts[unknown.key] = (unknown.text or "an unknown value", False)
    m.decisions = _decided(m.decisions, unknown.key, answer)


def is_undecided(m: Machine, value: Value) -> bool:
    """Whether a test's outcome is neither known nor a user's choice."""
    while isinstance(value, Unknown) and value.key[0] == "not":
        value = value.key[1]
    return isinstance(value, Unknown) and not value.free and recall(m, value.key) is None


def recall(m: Machine, key: Key) -> bool | None:
    """What earlier decisions say about a test."""
    return said(m.decisions, key)


def said(decisions: Mapping[Any, Any], key: Any) -> bool | None:
    """What some decisions say about a test."""
    known = decisions.get(key)
    if known is not None:
        return bool(known)
    if key[0] == "is" or key[0] == "==":
        subject, constant = key[1], key[2]
        value = decisions.get(("value", subject), decisions)
        if value is not decisions:
            return bool(value == constant and (value is None) == (constant is None))
        if constant is None and decisions.get(subject):
            return False
    else:
        value = decisions.get(("value", key), decisions)
        if value is not decisions:
            return bool(value)
    return None


def split(m: Machine, key: Key, unknown: Unknown) -> list[Flow]:
    """The two outcomes of an unknown test."""
    text = unknown.text or "an unknown value"
    if unknown.key[0] == "not":
        inner = unknown.key[1]
        while inner.key[0] == "not":
            inner = inner.key[1]
        text = inner.text or "an unknown value"
    m.texts[key] = (text, unknown.free)
    flows = []
    base = m.decisions
    for answer in _answers(m, key, unknown):
        m.decisions = _decided(base, key, answer)
        flows.append(Flow(NORMAL, m.save(), answer))
    m.decisions = base
    return flows


def _decided(decisions: Any, key: Key, answer: bool) -> Any:
    decisions = decisions.set(key, answer)
    if answer and key[0] in ("is", "=="):
        decisions = decisions.set(("value", key[1]), key[2])
    return decisions


def _answers(m: Machine, key: Key, unknown: Unknown) -> tuple[bool, ...]:
    """The answers of a test that are followed, the usual one first.

    Once an entry has cost much, or has asked for several flags, a path that has already gone
    the other way at a test that a user decides does so again only where no path did: n flags
    cost n paths then, not 2^n. Where the two ways met since, no path goes the other way any
    more (``met``), and it is followed again, but at one test no more than `TURNS` times.
    """
    while unknown.key[0] == "not":
        unknown = unknown.key[1]
    usual = unknown.default if isinstance(unknown.default, bool) else not unknown.unset
    if not unknown.free:
        return (usual, not usual)
    forced = clauses.forced(m.decisions, key, said)
    if forced is not None:
        return (forced,)
    places = m.turned.setdefault(key, {})
    turns = places.get(id(m.node), 0)
    spent = m.budget.whole - m.budget.steps
    thrifty = spent > m.budget.lavish or len(m.usual) >= m.budget.combined
    if thrifty and turns > 0 and not is_usual(m, m.decisions):
        return (usual,)
    m.usual[key] = usual
    places[id(m.node)] = abs(turns) + 1
    return (usual, not usual)


TURNS = 4
"""How often a test of the user's may split paths that met, once an entry is to be thrifty."""


def met(m: Machine, tests: Iterable[Any]) -> None:
    """Two paths that decided these tests differently are one now."""
    for key in tests:
        places = m.turned.get(key, {})
        for place, turns in places.items():
            if 0 < turns < TURNS:
                places[place] = -turns


def is_usual(m: Machine, decisions: Mapping[Any, Any]) -> bool:
    """Whether a path has decided no test of the user's in the less usual way."""
    return all(decisions.get(key, usual) is usual for key, usual in m.usual.items())


def known_value(m: Machine, value: Value) -> Value:
    """The constant an unknown was decided to equal on this path, else the value itself."""
    if isinstance(value, Unknown):
        return m.decisions.get(("value", value.key), value)
    return value


def needed(m: Machine, value: Value) -> Value:
    """The value where one is needed: a decided constant, or a flag's default if it can be that."""
    if isinstance(value, Unknown):
        found = known_value(m, value)
        if isinstance(found, Unknown) and found.default is not None:
            if not _found_not_to_be(m, found, found.default):
                return found.default
            left = choices_left(m, found)
            return left[0] if len(left) == 1 else found
        return found
    return value


def choices_left(m: Machine, unknown: Unknown) -> list[Value]:
    """What an unknown may be of its choices: those that the path hasn't found it not to be."""
    return [one for one in unknown.choices if not _found_not_to_be(m, unknown, one)]


def _found_not_to_be(m: Machine, unknown: Unknown, value: Value) -> bool:
    """Whether the path has found an unknown not to be a value."""
    return any(recall(m, key_of((op, unknown.key, value))) is False for op in ("==", "is"))
