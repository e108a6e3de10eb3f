"""What is predicted for a program, held against what TensorFlow did."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import zip_longest
from pathlib import Path
from typing import Any, TypeVar

from conformance.predict import differences, of_trace, script_trace

from scopecheck.trace import VariableRequested

T = TypeVar("T")

UNDECIDED = "undecided"
ANSWERED = ("created", "shared")

_NAMES = re.compile(r"[\w./:…-]*\d[\w./:…-]*|'[^']*'|\(.*?\)")


def disagreements(path: Path, version: str, record: dict[str, Any]) -> list[str]:
    """Every way in which the prediction is not what happened.

    A trace tells equal events once, so each request counts where it first has its answer.
    """
    trace = script_trace(path, version)
    if len(trace.endings) != 1 or not trace.endings[0].complete:
        return [f"{UNDECIDED}: {len(trace.endings)} endings, or one that is not complete"]
    found = differences(of_trace(trace, path.name), record)
    if found:
        return found
    told = first_of_each(
        (event.name, event.outcome, event) for event in trace.of(VariableRequested)
    )
    real = first_of_each((one["name"], one.get("outcome"), one) for one in record["events"])
    for mine, theirs in zip_longest(told, real):
        if mine is None or theirs is None or not same_request(mine, theirs):
            shown = mine and (mine.name, mine.outcome, lines(mine))
            return [f"requests: {shown} against {theirs}"]
    return []


def first_of_each(requests: Iterable[tuple[str, str | None, T]]) -> list[T]:
    """The answered requests, without those that have the name and the answer of one before."""
    found: dict[tuple[str, str], T] = {}
    for name, outcome, request in requests:
        if outcome in ANSWERED:
            found.setdefault((name, outcome), request)
    return list(found.values())


def same_request(told: VariableRequested, real: dict[str, Any]) -> bool:
    """Whether a request has its name, its answer, and its line on the way to it."""
    return (told.name, told.outcome) == (real["name"], real["outcome"]) and any(
        first <= real["line"] <= last for first, last in lines(told)
    )


def lines(event: VariableRequested) -> list[tuple[int, int]]:
    """The lines of the calls on the way to a request."""
    return [(site.line, site.end_line) for site in event.path]


def kind(found: list[str]) -> str:
    """The first difference without the names and numbers in it: equal for equal causes."""
    head, _, rest = found[0].partition(":")
    if head in ("variables", "requests"):
        return head
    return f"{head}: {_NAMES.sub('_', rest)[:160]}"
