"""A network that is called once, on a tensor that is fed or else computed by another network.

``discriminator(tf.placeholder_with_default(generator(z), ...))`` has two paths and one call.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from scopecheck.runtime.networks import Call, Network
from scopecheck.runtime.sharing import variables_behind
from scopecheck.trace import Computed, FunctionCalled, Trace

_OP = "PlaceholderWithDefault"


def defaulted(trace: Trace) -> Iterator[Network]:
    """The networks of one call whose input has a default that other variables make."""
    calls = [event for event in trace.of(FunctionCalled) if not event.library and event.held]
    named = [(event.defined, event.receiver) for event in calls]
    for event in calls:
        if event.within is None and named.count((event.defined, event.receiver)) == 1:
            held = {one.name for one in event.held}
            found = [one for one in _placeholders(event.tensors) if _is_made(one, held)]
            if found and event.results:
                yield _both_ways(event, found)


def _both_ways(event: FunctionCalled, found: list[Computed]) -> Network:
    """The network with its two paths as calls, each holding what its outputs reach."""
    fed = Call(event.site, (), tuple(found), event.results, "fed")
    default = Call(event.site, (), tuple(one.inputs[0] for one in found), event.results, "default")
    calls = (
        replace(call, held=tuple(one for one in event.held if one.name in call.reached))
        for call in (fed, default)
    )
    return Network(event.function, tuple(calls))


def _is_made(placeholder: Computed, held: set[str]) -> bool:
    """Whether its default is computed from variables that the network doesn't hold."""
    behind = variables_behind(placeholder.inputs[:1])
    return bool(behind) and held.isdisjoint(behind)


def _placeholders(tensors: tuple[Computed, ...]) -> Iterator[Computed]:
    """The placeholders with a default that some tensors are computed from."""
    waiting, seen = list(tensors), set[int]()
    while waiting:
        tensor = waiting.pop()
        if id(tensor) in seen:
            continue
        seen.add(id(tensor))
        if tensor.op == _OP and tensor.inputs:
            yield tensor
        elif tensor.variable is None:
            waiting.extend(tensor.inputs)
