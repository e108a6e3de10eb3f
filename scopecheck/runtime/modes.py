"""Calls of one network in different modes: in training and not, with one argument and another."""

from __future__ import annotations

from collections.abc import Iterator

from scopecheck.runtime.networks import Call

_TRUE = ("True", "1")


def other_modes(first: Call, others: tuple[Call, ...]) -> Iterator[str]:
    """How calls that hold the variables of the first do something else with them."""
    for call in others:
        if set(call.held) != set(first.held):
            continue
        told = [f"{name} is {value}, not {was}" for name, was, value in _settings(first, call)]
        used = first.reached & {one.name for one in first.held}
        uses = call.reached & {one.name for one in call.held}
        told += [f"it reads {_few(uses - used)}"] if uses - used else []
        told += [f"it does not read {_few(used - uses)}"] if used - uses else []
        if told:
            yield f"{call.label} runs in another mode than {first.label}: {'; '.join(told)}"


def _settings(first: Call, call: Call) -> Iterator[tuple[str, str, str]]:
    """The arguments in which two calls differ, but for the one that asks for reuse."""
    was = dict(first.settings)
    for name, value in call.settings:
        if name in was and was[name] != value:
            both = ((was[name], first), (value, call))
            if not all((text in _TRUE) == one.reuses for text, one in both):
                yield name, was[name], value


def _few(names: frozenset[str]) -> str:
    first, *others = sorted(names)
    return f"{first} and {len(others)} more" if others else first
