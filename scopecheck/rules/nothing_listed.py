"""Optimizers that refuse to make a step, because there is nothing for it to train."""

from __future__ import annotations

from collections.abc import Iterator

from scopecheck.trace import ArgumentRefused, Trace

STEPS = ("minimize", "compute_gradients", "apply_gradients", "create_train_op")
EMPTY = ("No variables to optimize", "No variables provided")
UNREACHED = ("No gradients provided",)


FILTER = "hold the list's filter against the variables' names (scopecheck variables prints them)"
CUT_OFF = (
    "compute the loss from what these variables produce: a placeholder that is fed with it, "
    "tf.stop_gradient or an operation without a gradient (argmax, a cast to integers) cuts it off"
)


def nothing_listed(trace: Trace) -> Iterator[tuple[ArgumentRefused, str, str]]:
    """Each such refusal that nothing handles, what it means, and what helps."""
    for event in trace.of(ArgumentRefused):
        said = event.error.message
        if event.handled or event.function.split(".")[-1] not in STEPS:
            continue
        if said.startswith(EMPTY) or not said:
            yield event, "the optimizer is given no variable to train", FILTER
        elif said.startswith(UNREACHED):
            yield event, "the loss has a gradient for none of the variables to train", CUT_OFF
