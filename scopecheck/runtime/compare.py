"""compare: what the checker predicts of a program against what its TensorFlow did."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

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
    SessionRun,
    Site,
    Trace,
    Undecided,
    Variable,
    dump_shape,
)

_ASSUMED = "assumed"


@dataclass(frozen=True, slots=True)
class Compared:
    """The differences between prediction and fact, and what was compared.

    undecided: what the prediction leaves open, as the way of it that comes closest does.
    """

    target: str
    ended: Ended
    variables: int
    differences: tuple[str, ...]
    undecided: tuple[str, ...] = ()


def compare(target: Target, setting: Setting, places: Places) -> Compared:
    """Run a target and hold the prediction of it against its trace."""
    if target.file is None or target.kind == "function":
        raise TargetFailed(f"{target.text}: compare takes a script or a notebook")
    with running(target, setting, places) as live:
        one = live.ended.tensorflow.startswith("1.")
        closest = held_against(
            target, versions(target, setting, one), live.trace, places, live.stopped
        )
        seen = len(live.trace.endings[0].holdings)
        return Compared(target.text, live.ended, seen, *closest)


def held_against(
    target: Target, kinds: Sequence[str], seen: Trace, places: Places, stopped: bool = False
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The differences and what is undecided, for the TensorFlow whose prediction is closest."""
    closest: tuple[tuple[str, ...], tuple[str, ...]] | None = None
    for version in kinds:
        predicted = prediction(target, version)
        found = tuple(differences(predicted, seen, places, stopped, is_tensorflow1(target)))
        if closest is None or len(found) < len(closest[0]):
            closest = (found, tuple(undecided(predicted)))
        if not found:
            break
    assert closest is not None
    return closest


def versions(target: Target, setting: Setting, one: bool) -> tuple[str, ...]:
    """The TensorFlow to predict; through the shim 2.21 takes some of what only 1.15 took."""
    if one:
        return ("1.15",)
    shim = setting.shim == "on" or (setting.shim == "auto" and is_tensorflow1(target))
    return ("2.21", "1.15") if shim else ("2.21",)


def prediction(target: Target, version: str) -> Trace:
    """The trace that the checker predicts of a script with its command line."""
    assert target.file is not None
    traces = predict(
        [target.file],
        root=target.home,
        loader=lambda path: read_file(shown(str(path))),
        tensorflow=version,
        argv=target.argv,
    )
    for trace in traces:
        if trace.closed:
            return trace
    raise TargetFailed(f"{target.text}: the checker sees no graph in it")


def differences(
    predicted: Trace, seen: Trace, places: Places, stopped: bool = False, graph: bool = True
) -> Iterator[str]:
    """How a prediction differs from the fact, for the way of it that comes closest.

    stopped: the program was stopped, so that what the prediction has besides is no difference.
    graph: it builds graphs; what Keras's layers make eagerly is not foretold.
    """
    fact = seen.endings[0]
    if not predicted.endings:
        yield "the prediction has no end"
        return
    ways = [
        list(
            _ending(_until(ending, predicted) if stopped else ending, fact, places, stopped, graph)
        )
        for ending in predicted.endings
    ]
    yield from min(ways, key=len)


def _until(told: Ending, predicted: Trace) -> Ending:
    """An ending without its error, if that comes after a step of training has run."""
    for event in predicted.events:
        if isinstance(event, SessionRun) and any(one.op == "Train" for one in event.fetched or ()):
            return replace(told, error=None, error_path=())
        if getattr(event, "error", None) == told.error and event.path == told.error_path:
            break
    return told


def undecided(predicted: Trace) -> Iterator[str]:
    """What a prediction leaves open."""
    for event in predicted.of(Undecided):
        yield f"{event.site.where()}: {event.what}: {event.reason}"


def _ending(
    told: Ending, fact: Ending, places: Places, stopped: bool, graph: bool
) -> Iterator[str]:
    yield from _errors(told, fact, places)
    mine = [
        one
        for one in told.holdings
        if one.variable.made_by != _ASSUMED and (graph or not _is_keras(one))
    ]
    names = {one.variable.name for one in mine}
    theirs = [one for one in fact.holdings if not _is_keras(one) or one.variable.name in names]
    for one, other in _aligned(mine, theirs, told.complete):
        if other is None and one is not None:
            if not stopped:
                yield f"{one.variable.name}: predicted, and not made"
        elif one is None and other is not None:
            yield f"{other.variable.name}: made, and not predicted"
        elif one is not None and other is not None:
            yield from _variables(one, other, places, stopped)


def _aligned(
    mine: Sequence[Holding], theirs: Sequence[Holding], complete: bool
) -> Iterator[tuple[Holding | None, Holding | None]]:
    """Predicted variables with those that were made, in order.

    A name that is not wholly known stands for all that are made alike, as in a loop; where a
    prediction is not complete, what was made besides is no difference.
    """
    at = 0
    for other in theirs:
        if at < len(mine) and _may_be(mine[at], other):
            yield mine[at], other
            at += 1
        elif any("…" in one.variable.name and _may_be(one, other) for one in mine[:at]):
            continue
        elif complete:
            yield (mine[at] if at < len(mine) else None), other
            at += 1
    for one in mine[at:]:
        yield one, None


def _may_be(told: Holding, fact: Holding) -> bool:
    """Whether a variable that was made may be a predicted one, by its name, kind and size."""
    one, other = told.variable, fact.variable
    kind = (one.dtype, one.trainable) == (other.dtype, other.trainable)
    return kind and same_text(one.name, other.name) and _same_shape(one, other)


def _same_shape(told: Variable, fact: Variable) -> bool:
    """Whether the shapes agree as far as the predicted one is known."""
    if told.shape is None or fact.shape is None or len(told.shape) != len(fact.shape):
        return told.shape is None or told.shape == fact.shape
    return all(one in (None, other) for one, other in zip(told.shape, fact.shape, strict=True))


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
    if not _same_shape(one, other):
        mine, theirs = dump_shape(one.shape), dump_shape(other.shape)
        yield f"{other.name}: shape: predicted {mine}, TensorFlow {theirs}"
    for what, told_it, seen_it in (
        ("dtype", one.dtype, other.dtype),
        ("trainable", one.trainable, other.trainable),
    ):
        if told_it != seen_it:
            yield f"{other.name}: {what}: predicted {told_it}, TensorFlow {seen_it}"
    if not same_text(one.name, other.name):
        yield f"{other.name}: predicted as {one.name}"
    if (one.key is None) != (other.key is None):
        yield f"{other.name}: key: predicted {one.key}, TensorFlow {other.key}"
    yield from _paths(other.name, one.path, other.path, places)
    if _is_users(other):
        yield from _identity(other.name, told.paths, fact.paths, places, stopped)


def _is_keras(held: Holding) -> bool:
    """Whether Keras made it, as its layers and optimizers do."""
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


def _function(site: Site) -> str:
    """The function of a site; of several lambdas, one in the other on a line, any."""
    name = re.sub(r"(<lambda>\.)+<lambda>$", "<lambda>", site.function)
    return name.removeprefix("<module>.")


def _paths(what: str, told: CallPath, fact: CallPath, places: Places) -> Iterator[str]:
    """File, function and statement of the innermost place."""
    if not told or not fact:
        if bool(told) != bool(fact):
            yield f"{what}: a place is known to one side only"
        return
    one, other = told[-1], fact[-1]
    if (one.file, one.cell) != (other.file, other.cell):
        yield f"{what}: predicted in {one.file}, TensorFlow in {other.file}"
    elif _function(one) != _function(other):
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
