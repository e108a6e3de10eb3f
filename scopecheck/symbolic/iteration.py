"""What a value yields when iterated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scopecheck.symbolic.generators import Generator, run_generator
from scopecheck.symbolic.state import NORMAL, Flow
from scopecheck.symbolic.values import (
    DictRef,
    FlagNumber,
    Foreign,
    Instance,
    Items,
    ListRef,
    SetRef,
    Table,
    Unknown,
    Value,
)

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine

UNROLL = 48
"""How many passes of a loop over a known range are run; of longer ones, the first two."""


def iterate(m: Machine, value: Value) -> Items | None:
    """The items a value yields, None where they can't be known."""
    if isinstance(value, tuple):
        return Items(value)
    if isinstance(value, ListRef):
        held: Items = m.contents(value)
        return held
    if isinstance(value, (DictRef, SetRef)):
        table: Table = m.contents(value)
        return Items(tuple(table.items), table.open)
    if isinstance(value, FlagRange):
        return _flag_range(m, value)
    if isinstance(value, range):
        if len(value) > 4 * UNROLL:
            return Items(tuple(value[:2]), True)
        return Items(tuple(value))
    if isinstance(value, (str, bytes)):
        return Items(tuple(value[:LONGEST]), len(value) > LONGEST)
    if isinstance(value, Generator):
        return run_generator(m, value)
    if isinstance(value, Foreign):
        return value.iterate(m)
    if isinstance(value, Instance):
        return _instance(m, value)
    if isinstance(value, Unknown):
        from scopecheck.symbolic.decisions import needed

        known = needed(m, value)
        if not isinstance(known, Unknown):
            return iterate(m, known)
    return None


LONGEST = 500


class FlagRange:
    """``range(flag)``: runs with the flag's default and with 2."""

    def __init__(self, flag: FlagNumber) -> None:
        self.flag = flag


def _flag_range(m: Machine, value: FlagRange) -> Items:
    flag = value.flag
    key = ("count", flag.flag)
    known = m.decisions.get(key)
    if known is None and int(flag) != 2:
        base = m.decisions
        flows = []
        for count, answer in ((int(flag), True), (2, False)):
            m.decisions = base.set(key, answer)
            flows.append(Flow(NORMAL, m.save(), answer))
            m.texts[key] = (f"{flag.flag} is {int(flag)} (its default)", True)
            del count
        m.decisions = base
        known = m.choose(lambda: flows)
    count = int(flag) if known or known is None else 2
    if count > 4 * UNROLL:
        return Items((0, 1), True)
    return Items(tuple(range(count)))


def _instance(m: Machine, value: Instance) -> Items | None:
    from scopecheck.symbolic.access import find_attribute

    method = find_attribute(m, value, "__iter__")
    if method is None:
        return None
    result = m.call(method)
    if isinstance(result, Instance):
        return None
    return iterate(m, result)
