"""compare: what the checker predicts of a program against what its TensorFlow did."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scopecheck.models.check import run as predict
from scopecheck.runtime.errors import TargetFailed
from scopecheck.runtime.host import Setting, running
from scopecheck.runtime.places import Places, shown
from scopecheck.runtime.process import Ended
from scopecheck.runtime.target import Target, is_tensorflow1
from scopecheck.source import read_file
from scopecheck.trace import (
    CallPath,
    Ending,
    Holding,
    Site,
    Trace,
    Variable,
    dump_shape,
)

_ASSUMED = "assumed"


@dataclass(frozen=True, slots=True)
class Compared:
    """The differences between prediction and fact, and what was compared."""

    target: str
    ended: Ended
    variables: int
    differences: tuple[str, ...]


def compare(target: Target, setting: Setting, places: Places) -> Compared:
    """Run a target and hold the prediction of it against its trace."""
    if target.file is None or target.kind == "function":
        raise TargetFailed(f"{target.text}: compare takes a script or a notebook")
    with running(target, setting, places) as live:
        one = live.ended.tensorflow.startswith("1.")
        ways = [
            tuple(differences(prediction(target, version), live.trace, places, live.stopped))
            for version in versions(target, setting, one)
        ]
        found = min(ways, key=len)
        seen = len(live.trace.endings[0].holdings)
        return Compared(target.text, live.ended, seen, found)


def versions(target: Target, setting: Setting, one: bool) -> tuple[str, ...]:
    """The TensorFlow to predict; through the shim 2.21 takes some of what only 1.15 took."""
    if one:
        return ("1.15",)
    shim = setting.shim == "on" or (setting.shim == "auto" and is_tensorflow1(target))
    return ("2.21", "1.15") if shim else ("2.21",)


def prediction(target: Target, version: str) -> Trace:
    """The trace that the checker predicts of a script."""
    assert target.file is not None
    traces = predict(
        [target.file],
        root=target.home,
        loader=lambda path: read_file(shown(str(path))),
        tensorflow=version,
    )
    for trace in traces:
        if trace.closed:
            return trace
    raise TargetFailed(f"{target.text}: the checker sees no graph in it")


def differences(
    predicted: Trace, seen: Trace, places: Places, stopped: bool = False
) -> Iterator[str]:
    """How a prediction differs from the fact, for the way of it that comes closest.

    stopped: the program was stopped, so that what the prediction has besides is no difference.
    """
    fact = seen.endings[0]
    if not predicted.endings:
        yield "the prediction has no end"
        return
    ways = [list(_ending(ending, fact, places, stopped)) for ending in predicted.endings]
    yield from min(ways, key=len)


def _ending(told: Ending, fact: Ending, places: Places, stopped: bool) -> Iterator[str]:
    yield from _errors(told, fact, places)
    mine = [one for one in told.holdings if one.variable.made_by != _ASSUMED]
    names = {one.variable.name for one in mine}
    theirs = [one for one in fact.holdings if not _is_keras(one) or one.variable.name in names]
    if stopped:
        mine = mine[: len(theirs)]
    for one, other in zip(mine, theirs, strict=False):
        yield from _variables(one, other, places, stopped)
    for one in mine[len(theirs) :]:
        yield f"{one.variable.name}: predicted, and not made"
    for other in theirs[len(mine) :]:
        yield f"{other.variable.name}: made, and not predicted"


def _errors(told: Ending, fact: Ending, places: Places) -> Iterator[str]:
    if told.error is None or fact.error is None:
        if told.error != fact.error:
            yield f"error: predicted {_text(told)}, TensorFlow {_text(fact)}"
        return
    if told.error.type != fact.error.type:
        yield f"error: predicted {told.error.type}, TensorFlow {fact.error.type}"
    if not same_text(told.error.message, fact.error.message):
        yield f"message: predicted {told.error.message!r}, TensorFlow {fact.error.message!r}"
    yield from _paths("error", told.error_path, fact.error_path, places)


def _text(ending: Ending) -> str:
    error = ending.error
    return "none" if error is None else f"{error.type}: {error.message}"


def _variables(told: Holding, fact: Holding, places: Places, stopped: bool) -> Iterator[str]:
    one, other = told.variable, fact.variable
    for what, mine, theirs in (
        ("shape", dump_shape(one.shape), dump_shape(other.shape)),
        ("dtype", one.dtype, other.dtype),
        ("trainable", one.trainable, other.trainable),
    ):
        if mine != theirs:
            yield f"{other.name}: {what}: predicted {mine}, TensorFlow {theirs}"
    if not same_text(one.name, other.name):
        yield f"{other.name}: predicted as {one.name}"
    if (one.key is None) != (other.key is None):
        yield f"{other.name}: key: predicted {one.key}, TensorFlow {other.key}"
    yield from _paths(other.name, one.path, other.path, places)
    if _is_users(other):
        yield from _identity(other.name, told.paths, fact.paths, places, stopped)


def _is_keras(held: Holding) -> bool:
    """Whether Keras made it, as its layers and optimizers do: the checker foretells no such."""
    return held.variable.key is None and held.variable.made_by.startswith("tf.keras.")


def _is_users(variable: Variable) -> bool:
    return variable.key is not None and variable.made_by != "slot"


def _identity(
    name: str,
    told: tuple[CallPath, ...],
    fact: tuple[CallPath, ...],
    places: Places,
    stopped: bool,
) -> Iterator[str]:
    """Which call paths hold the variable."""
    mine = list(dict.fromkeys(_statements(path, places) for path in told))
    theirs = list(dict.fromkeys(_statements(path, places) for path in fact))
    if stopped:
        mine = mine[: len(theirs)]
    if mine != theirs:
        yield f"{name}: held by {len(mine)} call paths as predicted, by {len(theirs)} in fact"


def _paths(what: str, told: CallPath, fact: CallPath, places: Places) -> Iterator[str]:
    """File, function and statement of the innermost place."""
    if not told or not fact:
        if bool(told) != bool(fact):
            yield f"{what}: a place is known to one side only"
        return
    one, other = told[-1], fact[-1]
    if (one.file, one.cell) != (other.file, other.cell):
        yield f"{what}: predicted in {one.file}, TensorFlow in {other.file}"
    elif one.function.removeprefix("<module>.") != other.function.removeprefix("<module>."):
        yield f"{what}: predicted in {one.function}, TensorFlow in {other.function}"
    elif not _same_statement(one, other, places):
        yield f"{what}: predicted at {one.where()}, TensorFlow at {other.where()}"


def _same_statement(one: Site, other: Site, places: Places) -> bool:
    first, last = places.statement(other)
    return first <= one.line <= last or one.line <= other.line <= one.end_line


def _statements(path: CallPath, places: Places) -> tuple[tuple[str, int | None, int], ...]:
    return tuple((site.file, site.cell, places.statement(site)[0]) for site in path)


def same_text(told: str, fact: str) -> bool:
    """Whether a predicted text is the real one; ``…`` stands for what isn't modelled."""
    pieces = told.strip().split("…")
    at = 0
    for position, piece in enumerate(pieces):
        found = fact.find(piece, at)
        if found < 0 or (position == 0 and found != 0):
            return False
        at = found + len(piece)
    return len(pieces) > 1 or fact.strip() == told.strip()
