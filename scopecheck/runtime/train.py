"""train: a few steps of the program's own train operations, and what each of them changed."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from scopecheck.rules import check_trace
from scopecheck.runtime.errors import TargetFailed
from scopecheck.runtime.host import Live, Setting, running
from scopecheck.runtime.modes import other_modes
from scopecheck.runtime.networks import Network, label
from scopecheck.runtime.places import Places
from scopecheck.runtime.process import Ended
from scopecheck.runtime.target import Target
from scopecheck.runtime.twins import twins
from scopecheck.runtime.verify import all_networks, comparison, pair_of
from scopecheck.trace import Site, Trace, VariableAssigned

Progress = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Plan:
    """How to train: steps, batch size (None: as the graph has it), data, extra fetches."""

    steps: int = 20
    batch: int | None = None
    seed: int = 0
    feed: str | None = None
    watch: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Variables that the same train operations are to change."""

    name: str
    variables: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One train operation: what it should change, and what it changed."""

    name: str
    trained: frozenset[str]
    changed: frozenset[str]
    losses: tuple[float | None, ...]
    error: str | None = None

    @property
    def unexpected(self) -> tuple[str, ...]:
        """Variables that it changed and does not train."""
        return tuple(sorted(self.changed - self.trained))

    @property
    def missed(self) -> tuple[str, ...]:
        """Variables that it trains and did not change."""
        return tuple(sorted(self.trained - self.changed))


@dataclass(frozen=True, slots=True)
class Replicas:
    """Their devices; how many variables are equal on all of them, and which are not."""

    devices: tuple[str, ...]
    equal: int
    differing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Trained:
    """What train saw.

    assigned: where the program assigns to a variable. missing: what a rule says a list lacks.
    """

    target: str
    ended: Ended
    groups: tuple[Group, ...]
    rows: tuple[Row, ...]
    seconds: tuple[float, ...]
    added: tuple[int, ...]
    watched: tuple[tuple[str, tuple[float, ...]], ...]
    same: tuple[tuple[str, str, bool], ...]
    kernels: dict[str, int]
    variables: dict[str, int]
    memory: int
    gpu_memory: int | None = None
    replicas: Replicas | None = None
    assigned: Mapping[str, str] = field(default_factory=dict)
    missing: frozenset[str] = frozenset()
    problems: tuple[str, ...] = field(default=())
    notes: tuple[str, ...] = field(default=())


def train(
    target: Target,
    setting: Setting,
    plan: Plan,
    places: Places,
    progress: Progress = lambda step: None,
) -> Trained:
    """Build the target's graph, train it, and compare."""
    with running(target, replace(setting, observe=plan.steps), places) as live:
        if live.ended.how == "raised":
            raise TargetFailed(live.ended.said, live.ended.tail)
        started = live.ask(
            "train_start", seed=plan.seed, batch=plan.batch, feed=plan.feed, watch=plan.watch
        )
        _check_device(setting, started)
        taken = []
        for step in range(plan.steps):
            taken.append(live.ask("train_step"))
            progress(step + 1)
        found = all_networks(live, places)
        pairs = list(_pairs(live, found))
        finished = live.ask("train_end", pairs=[pair.asked for pair in pairs])
        trained = _trained(live, target, plan, started, taken, pairs, finished, places)
        return replace(trained, same=(*trained.same, *_copies(found)))


def _check_device(setting: Setting, started: dict[str, Any]) -> None:
    """A GPU that was asked for must be there."""
    if setting.device.startswith("gpu") and started["kind"] == "graph":
        seen = [name for name in started["devices"] if "GPU" in name]
        number = setting.device.partition(":")[2]
        if not any(name.endswith(f"GPU:{number}" if number else "") for name in seen):
            told = ", ".join(started["devices"]) or "no device at all"
            raise TargetFailed(f"--device {setting.device}: TensorFlow sees {told}")


_NONE = "no variable is shared"


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two paths to compare, as the probe knows them. modes: how they are meant to differ."""

    name: str
    asked: dict[str, Any]
    modes: tuple[str, ...]

    def told(self, answer: dict[str, Any]) -> tuple[str, str, bool]:
        """What comparing them gave, and whether it may be so."""
        said = comparison([answer])
        if not answer["equal"] and self.modes:
            return self.name, "; ".join((said, *self.modes)), True
        return self.name, said, _may_be(answer)


def _copies(found: Sequence[Network]) -> Iterator[tuple[str, str, bool]]:
    """The calls that hold variables of their own, as target networks do."""
    for network in found:
        for copy in network.copies:
            yield f"{network.name}: {network.calls[0].label} and {copy.label}", _NONE, True


def _pairs(live: Live, found: Sequence[Network]) -> Iterator[_Pair]:
    """The paths that are compared after training: the first call of a network and each other."""
    for network in found:
        first, *others = network.calls
        for other in others:
            pair = pair_of(live, first, other)
            if pair is not None:
                name = f"{network.name}: {first.label} and {other.label}"
                yield _Pair(name, pair, tuple(other_modes(first, (other,))))


def _trained(
    live: Live,
    target: Target,
    plan: Plan,
    started: dict[str, Any],
    taken: Sequence[dict[str, Any]],
    pairs: Sequence[_Pair],
    finished: dict[str, Any],
    places: Places,
) -> Trained:
    names = _names(live, started)
    sites = live.sites(places)
    rows = tuple(
        _row(step, sites, names, [one["rows"][number] for one in taken])
        for number, step in enumerate(started["steps"])
    )
    if started["kind"] == "keras":
        models = twins(finished["same"], sites, places)
        same = tuple((one.title, one.compared, not one.stale) for one in models)
    else:
        same = tuple(
            dict.fromkeys(  # replicas compare the same calls, each for itself
                pair.told(answer) for pair, answer in zip(pairs, finished["same"], strict=False)
            )
        )
    trained = Trained(
        target.text,
        live.ended,
        tuple(_groups(rows, [names[number] for number in started["trainable"]])),
        rows,
        tuple(one["seconds"] for one in taken if one["seconds"] is not None),
        tuple(_added(started, taken)),
        _watched(taken, plan.watch),
        same,
        finished["kernels"],
        finished["variables"],
        finished["memory"],
        finished["gpu_memory"],
        _replicas(finished["replicas"]),
        {one.variable.name: label(one.site) for one in live.trace.of(VariableAssigned)},
        frozenset(_missing(live.trace)),
    )
    return _with_problems(trained, started["kind"])


def _missing(trace: Trace) -> Iterator[str]:
    """The variables that should be in a list, or that should not be there."""
    for one in check_trace(trace):
        if one.code in ("SCO202", "SCO301"):
            yield from (f"{name}:0" for name in one.variables)


def _replicas(told: dict[str, Any] | None) -> Replicas | None:
    if told is None:
        return None
    return Replicas(tuple(told["devices"]), told["equal"], tuple(told["differing"]))


def _may_be(answer: dict[str, Any]) -> bool:
    """Whether two paths are equal, or cannot be told apart."""
    return bool(answer["equal"] or answer["random"] or answer.get("error"))


def _names(live: Live, started: dict[str, Any]) -> dict[int, str]:
    if started["kind"] == "keras":
        return dict(enumerate(started["names"]))
    return {number: variable.name for variable, number in live.known_variables()}


def _row(
    step: dict[str, Any],
    sites: dict[int, Site],
    names: dict[int, str],
    seen: Sequence[dict[str, Any]],
) -> Row:
    where = f" at {label(sites[step['site']])}" if step["site"] is not None else ""
    changed = {number for one in seen for number in one["changed"] or ()}
    named = f"{step['name']} ({step['optimizer']})" if "weights" in step else step["optimizer"]
    return Row(
        f"{named}{where}",
        frozenset(names[number] for number in step["trained"] or ()),
        frozenset(names[number] for number in changed),
        tuple(one["loss"] for one in seen),
        next((one["error"] for one in seen if one.get("error")), None),
    )


def _groups(rows: Sequence[Row], names: Sequence[str]) -> Iterator[Group]:
    """Variables by the train operations that train them, called by what their names share."""
    by_rows: dict[tuple[bool, ...], list[str]] = {}
    for name in names:
        by_rows.setdefault(tuple(name in row.trained for row in rows), []).append(name)
    for members in by_rows.values():
        yield Group(_common(members), tuple(members))


def _common(names: Sequence[str]) -> str:
    """What some variables' names begin with: up to a scope's end, where there is one."""
    if len(names) == 1:
        return names[0]
    plain = [name.removesuffix(":0") for name in names]
    alike = itertools.takewhile(lambda letters: len(set(letters)) == 1, zip(*plain, strict=False))
    prefix = "".join(letters[0] for letters in alike)
    scope = prefix[: prefix.rfind("/") + 1] or prefix
    return f"{scope}*" if scope else f"{names[0]} …"


def _added(started: dict[str, Any], taken: Sequence[dict[str, Any]]) -> Iterator[int]:
    before = started["operations"]
    for one in taken:
        if before is not None:
            yield one["operations"] - before
            before = one["operations"]


def _watched(
    taken: Sequence[dict[str, Any]], names: Sequence[str]
) -> tuple[tuple[str, tuple[float, ...]], ...]:
    return tuple(
        (name, tuple(one["watched"][number] for one in taken if one["watched"]))
        for number, name in enumerate(names)
    )


def _with_problems(trained: Trained, kind: str) -> Trained:
    problems = [*_changes(trained), *_losses(trained)]
    if kind == "keras":
        problems += _models(trained)
    problems += [f"{name}: {told}" for name, told, equal in trained.same if not equal]
    if trained.replicas is not None:
        problems += _apart(trained.replicas)
    grown = sum(trained.added)
    if grown:
        problems.append(f"{grown} operations were added to the graph while training")
    notes = (*_still(trained.rows), *_kept(trained))
    return replace(trained, problems=tuple(problems), notes=notes)


def _changes(trained: Trained) -> Iterator[str]:
    for row in trained.rows:
        if row.error:
            yield f"{row.name}: {row.error}"
        elif row.unexpected:
            yield f"{row.name} changes what it does not train: {', '.join(row.unexpected)}"
        elif row.trained and not row.changed:
            yield f"{row.name} changes nothing, though it trains {len(row.trained)} variables"
    missing = [name for name in _left(trained) if name in trained.missing]
    if missing:
        yield f"no train operation changes {', '.join(missing)}"


def _left(trained: Trained) -> list[str]:
    """The variables that no operation trains, or has changed."""
    touched = {name for row in trained.rows for name in (*row.trained, *row.changed)}
    return [one for group in trained.groups for one in group.variables if one not in touched]


def _kept(trained: Trained) -> Iterator[str]:
    """What is not trained and need not be: target networks, and features that are taken as given.

    A rule says which variables a list lacks; it is silent about those.
    """
    left = [name for name in _left(trained) if name not in trained.missing]
    given = [name for name in left if name not in trained.assigned]
    if given:
        yield f"no train operation changes {', '.join(given)}: they keep the values they have"
    by_place: dict[str, list[str]] = {}
    for name in left:
        if name in trained.assigned:
            by_place.setdefault(trained.assigned[name], []).append(name)
    for place, names in by_place.items():
        yield f"no train operation changes {_common(names)}; the program assigns to it at {place}"


def _still(rows: Sequence[Row]) -> Iterator[str]:
    """Variables that an operation updates, and that have not moved: they have no slope yet.

    A bias before a batch normalisation has none at all, so that this is no problem.
    """
    for row in rows:
        if row.changed and row.missed:
            names = ", ".join(row.missed)
            yield (
                f"{row.name} trains {names} and has not moved them: their gradient may be zero, "
                "as that of a bias before a batch normalisation is"
            )


def _apart(replicas: Replicas) -> Iterator[str]:
    """What the replicas have different values of, or that they have nothing in common."""
    if replicas.differing:
        yield f"the replicas differ in {', '.join(replicas.differing)}"
    elif not replicas.equal:
        yield "no variable is mirrored on the replicas"


def _losses(trained: Trained) -> Iterator[str]:
    for row in trained.rows:
        bad = [step for step, loss in enumerate(row.losses, 1) if not _finite(loss)]
        if bad:
            yield f"{row.name}: its loss is not finite from step {bad[0]} on"


def _finite(loss: float | None) -> bool:
    return loss is None or math.isfinite(loss)


def _models(trained: Trained) -> Iterator[str]:
    """Weights of one compiled model that another's step changes."""
    for one in trained.rows:
        for other in trained.rows:
            both = one.changed & other.changed
            if one is not other and both and both == one.changed and both < other.changed:
                yield f"{other.name} also changes the weights of {one.name}"
