"""verify: the networks of a program, held against the graph that it built."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from scopecheck.rules import Finding, Severity, check_trace
from scopecheck.runtime.defaults import defaulted
from scopecheck.runtime.errors import TargetFailed
from scopecheck.runtime.host import Live, Setting, running
from scopecheck.runtime.modes import other_modes
from scopecheck.runtime.networks import Call, Network, closures, label, models, networks
from scopecheck.runtime.places import Places
from scopecheck.runtime.process import Ended
from scopecheck.runtime.sharing import Sharing, variables_behind
from scopecheck.runtime.target import Target
from scopecheck.runtime.twins import twins
from scopecheck.trace import Computed, LossMinimized, Trace, Variable


@dataclass(frozen=True, slots=True)
class Loss:
    """One minimised loss: where, what its optimizer trains, what else its gradients reach.

    left_out: trainable variables that have a gradient of this loss and are trained by none.
    """

    site: str
    optimizer: str
    trained: tuple[str, ...]
    reached: tuple[str, ...]
    left_out: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Verified:
    """What verify found. ended: how the target ended."""

    target: str
    ended: Ended
    trace: Trace
    sharings: tuple[Sharing, ...]
    losses: tuple[Loss, ...]
    findings: tuple[Finding, ...]

    @property
    def failed(self) -> bool:
        """Whether the target raised an error that no rule speaks of."""
        told = any(finding.severity is Severity.ERROR for finding in self.findings)
        return self.ended.how == "raised" and not told


def verify(target: Target, setting: Setting, places: Places) -> Verified:
    """Run a target and hold its graph against what its code says.

    Of each model of Keras one step is let run, to see what it changes.
    """
    with running(target, replace(setting, observe=1, only_steps=True), places) as live:
        found = tuple(one for one in check_trace(live.trace) if one.severity is not Severity.NOTE)
        verified = Verified(
            target.text,
            live.ended,
            live.trace,
            (*_sharings(live, places), *_models(live, places), *_twins(live, places)),
            tuple(losses(live.trace)),
            found,
        )
    if verified.failed:
        raise TargetFailed(live.ended.said, live.ended.tail)
    return verified


def losses(trace: Trace) -> Iterator[Loss]:
    """What each optimizer trains, and what its loss reaches."""
    made = _trainable(trace)
    events = list(trace.of(LossMinimized))
    trained = {one.name for event in events for one in event.trained or ()}
    for event in events:
        reached: tuple[str, ...] = ()
        if event.loss is not None:
            behind = variables_behind([event.loss], gradient=True)
            reached = tuple(name for name in behind if name in made)
        yield Loss(
            label(event.site),
            event.optimizer,
            tuple(one.name for one in event.trained or ()),
            reached,
            tuple(name for name in reached if name not in trained),
        )


def _trainable(trace: Trace) -> set[str]:
    held: list[Variable] = [one.variable for end in trace.endings for one in end.holdings]
    return {variable.name for variable in held if variable.trainable}


def all_networks(live: Live, places: Places) -> list[Network]:
    """Functions that ask for variables, that use those made outside, that have two ways in."""
    variables = {variable.name: variable for variable, _ in live.known_variables()}
    outside = closures(live.records, live.tensors, variables, places)
    return [*networks(live.trace), *outside, *defaulted(live.trace)]


def _sharings(live: Live, places: Places) -> Iterator[Sharing]:
    """The table of each network, with what the graph itself says of its calls."""
    found = all_networks(live, places)
    pairs = [list(_pairs(live, network)) for network in found]
    answers = _answers(live, [pair for some in pairs for pair in some])
    for network, some in zip(found, pairs, strict=True):
        mine = [next(answers) for _ in some]
        notes = (*_unreached((*network.calls, *network.copies)), *_gradients(live, network))
        if not all(answer["equal"] for answer in mine):
            notes = (*other_modes(network.calls[0], network.calls[1:]), *notes)
        yield network.sharing(comparison(mine) if mine else "", notes)


def _models(live: Live, places: Places) -> Iterator[Sharing]:
    variables = {number: variable for variable, number in live.known_variables()}
    return (network.sharing() for network in models(live.records, variables, places))


def _twins(live: Live, places: Places) -> Iterator[Sharing]:
    """The compiled models that others hold; what is asked runs them, so only where there are."""
    if any(record["is"] == "UnitCompiled" for record in live.records):
        records = live.ask("twins", seed=0)
        yield from (one.sharing() for one in twins(records, live.sites(places), places))


def _pairs(live: Live, network: Network) -> Iterator[dict[str, Any]]:
    """The first call of a network with each other, as the probe knows them."""
    first, *others = (*network.calls, *network.copies)
    for other in others:
        pair = pair_of(live, first, other)
        if pair is not None:
            yield pair


def _answers(live: Live, pairs: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    if pairs:
        yield from live.ask("same_output", pairs=pairs, seed=0)


def _unreached(calls: Sequence[Call]) -> Iterator[str]:
    """Calls whose outputs depend on other variables than they got."""
    for call in calls:
        held = {one.name for one in call.held}
        more = sorted(call.reached - held)
        if more and call.outputs:
            yield f"{call.label}: its output also depends on {', '.join(more)}"


def comparison(answers: Sequence[dict[str, Any]]) -> str:
    """What some comparisons of paths gave, in words."""
    failed = [answer["error"] for answer in answers if answer.get("error")]
    if failed:
        return f"same input, same output: cannot be tried ({failed[0]})"
    random = sorted({kind for answer in answers for kind in answer["random"]})
    if all(answer["equal"] for answer in answers):
        return "same input, same output: bit for bit, with disturbed weights"
    if random:
        return f"same input, same output: cannot be told, {', '.join(random)} inside"
    worst = max(answer["difference"] for answer in answers)
    return f"same input, same output: no, they differ by up to {worst:.3g}"


def pair_of(live: Live, one: Call, other: Call) -> dict[str, Any] | None:
    """Two calls as the probe knows them; None where there is nothing to feed or to compare."""
    inputs = [_numbers(live, call.inputs) for call in (one, other)]
    results = [_numbers(live, call.outputs) for call in (one, other)]
    if not inputs[0] or not results[0]:
        return None
    if len(inputs[0]) != len(inputs[1]) or len(results[0]) != len(results[1]):
        return None
    return {"inputs": inputs, "results": results}


def _numbers(live: Live, tensors: Sequence[Computed]) -> list[int]:
    return [live.number(tensor) for tensor in tensors if tensor.variable is None]


def _gradients(live: Live, network: Network) -> Iterator[str]:
    """Calls whose outputs have a gradient for other variables than the first call's."""
    sets: list[set[int]] = []
    held = {one for call in network.calls for one in call.held if one.trainable}
    variables = sorted(map(live.variable, held))
    for call in network.calls:
        outputs = _numbers(live, call.outputs)
        if not outputs:
            return
        try:
            found = live.ask("gradients", outputs=outputs, variables=variables)
        except TargetFailed:
            return
        if found is None:
            return
        sets.append(set(found))
    for call, one in zip(network.calls[1:], sets[1:], strict=True):
        if one != sets[0] and set(call.held) == set(network.calls[0].held):
            yield f"{call.label}: has gradients for other variables than the first path"
