"""Optimizers that refuse to make a step, because there is nothing for it to train."""

from __future__ import annotations

from collections.abc import Iterator

from scopecheck.trace import ArgumentRefused, Trace

STEPS = ("minimize", "compute_gradients", "apply_gradients")
EMPTY = ("No variables to optimize", "No variables provided")
UNREACHED = ("No gradients provided",)


def nothing_listed(trace: Trace) -> Iterator[tuple[ArgumentRefused, str]]:
    """Each such refusal that nothing handles, and what it means."""
    for event in trace.of(ArgumentRefused):
        said = event.error.message
        if event.handled or event.function.split(".")[-1] not in STEPS:
            continue
        if said.startswith(EMPTY):
            yield event, f"`{event.function}` is given no variable to train"
        elif said.startswith(UNREACHED):
            yield event, "the loss has a gradient for none of the variables to train"
