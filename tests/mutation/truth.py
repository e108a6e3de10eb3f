"""What TensorFlow makes of programs: errors, variables and who got them, training."""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scopecheck.rules import Severity, check_trace
from scopecheck.runtime.host import Setting, record
from scopecheck.runtime.places import Places
from scopecheck.runtime.process import Ended, Limits
from scopecheck.runtime.target import parse_target
from scopecheck.runtime.verify import losses
from scopecheck.trace import (
    ArgumentRefused,
    CallPath,
    Computed,
    LossMinimized,
    Site,
    Trace,
    VariableAssigned,
    VariableRequested,
)

SECONDS = 120.0
NOTHING = ("No variables to optimize", "No variables provided", "No gradients provided")

Spot = tuple[str, int, int]
"""A file's name as the program's folder has it, and the lines from which to which."""


@dataclass(frozen=True)
class Raised:
    """An error that left a program. seen: the recorder saw the variable store or a scope refuse."""

    type: str
    message: str
    spot: Spot
    seen: bool

    @property
    def sharing(self) -> bool:
        """Whether it is about variables: one that was seen, or nothing is left to train."""
        return self.seen or self.message.startswith(NOTHING)


@dataclass(frozen=True)
class Step:
    """An optimizer's step: a number for its loss, what it updates, what its loss reaches."""

    loss: int
    trained: tuple[str, ...]
    reached: tuple[str, ...]


@dataclass(frozen=True)
class Behaviour:
    """What a program did.

    names: a digest of the variables' names. does: one of everything else, so that it is the same
    where variables are only renamed: of each variable its shape, dtype, whether it is trainable
    and the lines of the ways on which it was got; for each step of an optimizer which of them
    it updates and which its loss has a gradient for; which an assignment writes and reads.
    steps: the names of these. found: what the rules find in the real graph, and where.
    """

    raised: Raised | None
    names: str
    does: str
    steps: tuple[Step, ...]
    found: frozenset[tuple[str, str]]

    @property
    def evidence(self) -> frozenset[tuple[str, str]]:
        """What the graph shows to be wrong, without a look at another program.

        What the rules find in it; `overlap`: two steps update a variable, one of them all that
        the other does and more; `one side`: two steps of different losses update the same
        variables, and no step updates others that both losses have a gradient for.
        """
        told = set(self.found)
        trained = {name for one in self.steps for name in one.trained}
        for one, other in itertools.permutations(self.steps, 2):
            if set(one.trained) < set(other.trained):
                told |= {("overlap", name) for name in one.trained}
            if one.trained == other.trained and one.loss != other.loss:
                rest = set(one.reached) & set(other.reached) - trained
                told |= {("one side", name) for name in rest}
        return frozenset(told)


def behaviours(python: str, mains: Sequence[Path]) -> Iterator[Behaviour | None]:
    """What some programs do under an interpreter; None where it ended without a word."""
    targets = [parse_target(str(path)) for path in mains]
    setting = Setting(python=python, shim="off", to_end=True, limits=Limits(SECONDS))
    for target, told in zip(targets, record(targets, setting, Places()), strict=True):
        yield None if told is None else behaviour(target.home, *told)


def behaviour(home: Path, ended: Ended, trace: Trace) -> Behaviour:
    """What is kept of a trace."""
    raised = _raised(home, ended, trace) if ended.how == "raised" else None
    held = [one for ending in trace.endings for one in ending.holdings]
    names = [one.variable.name for one in held]
    numbers = {name: number for number, name in enumerate(names)}
    rows = [
        (
            one.variable.shape,
            one.variable.dtype,
            one.variable.trainable,
            sorted({_lines(home, path) for path in one.paths}),
        )
        for one in held
    ]
    steps = list(_steps(trace))
    sites = [spot(home, event.site)[:2] for event in trace.of(LossMinimized)]
    numbered = [
        [sorted(numbers.get(name, -1) for name in some) for some in (one.trained, one.reached)]
        for one in steps
    ]
    does = (rows, sites, numbered, sorted(_assigned(home, trace, numbers)))
    found = frozenset(
        (one.code, str(spot(home, one.site)[:2]))
        for one in check_trace(trace)
        if one.severity is not Severity.NOTE
    )
    return Behaviour(raised, _digest(names), _digest(does), tuple(steps), found)


def _steps(trace: Trace) -> Iterator[Step]:
    seen: list[Computed | None] = []
    for event, told in zip(trace.of(LossMinimized), losses(trace), strict=True):
        if event.loss not in seen:
            seen.append(event.loss)
        yield Step(seen.index(event.loss), tuple(sorted(told.trained)), tuple(sorted(told.reached)))


def _digest(value: object) -> str:
    return hashlib.sha1(repr(value).encode()).hexdigest()[:16]


def spot(home: Path, site: Site) -> Spot:
    """Where a site is in a program."""
    file, root = Path(site.file).resolve(), home.resolve()
    name = str(file.relative_to(root)) if file.is_relative_to(root) else file.name
    return name, site.line, site.end_line


def _lines(home: Path, path: CallPath) -> tuple[tuple[str, int], ...]:
    return tuple(spot(home, site)[:2] for site in path)


def _raised(home: Path, ended: Ended, trace: Trace) -> Raised:
    path = trace.endings[0].error_path if trace.endings else ()
    refused = [
        event.error.message
        for event in trace.events
        if isinstance(event, (VariableRequested, ArgumentRefused)) and event.error is not None
    ]
    message = ended.message.split("\n")[0]
    store = any(message == one.split("\n")[0] for one in refused)
    return Raised(ended.type, message, spot(home, path[-1]) if path else ("", 0, 0), store)


def _assigned(home: Path, trace: Trace, numbers: dict[str, int]) -> Iterator[Any]:
    for event in trace.of(VariableAssigned):
        read = sorted(numbers.get(name, -1) for name in _direct(event.values))
        yield spot(home, event.site), numbers.get(event.variable.name, -1), tuple(read)


def _direct(values: Iterable[Computed]) -> set[str]:
    """The variables that some values are, or are one operation away from."""
    near = [inner for one in values for inner in (one, *one.inputs)]
    return {one.variable for one in near if one.variable is not None}
