"""Optimizers and Savers that refuse, because there is nothing to train or to save."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scopecheck.rules.early_lists import TRAINABLE
from scopecheck.trace import (
    ArgumentRefused,
    CollectionRead,
    Trace,
    VariableMade,
    VariableRequested,
)

STEPS = ("minimize", "compute_gradients", "apply_gradients", "create_train_op")
EMPTY = ("No variables to optimize", "No variables provided")
UNREACHED = ("No gradients provided",)
UNSAVED = "No variables to save"


FILTER = "hold the list's filter against the variables' names (scopecheck variables prints them)"
CUT_OFF = (
    "compute the loss from what these variables produce: a placeholder that is fed with it, "
    "tf.stop_gradient or an operation without a gradient (argmax, a cast to integers) cuts it off"
)


TOO_EARLY = "read the list once the whole network is built: it holds what exists when it is read"
SAVE_LATER = "make the Saver once the network is built: it saves what exists when it is made"
UNBUILT = (
    "take the list once the network is built: a Keras layer or model has no weights before its "
    "first call"
)


@dataclass(frozen=True, slots=True)
class Nothing:
    """A refusal that nothing handles, what it means, what helps; read: where it was too early."""

    event: ArgumentRefused
    message: str
    help: str
    read: CollectionRead | None = None


def nothing_listed(trace: Trace) -> Iterator[Nothing]:
    """Each step that is refused because there is nothing to train, each Saver without anything."""
    for event in trace.of(ArgumentRefused):
        said = event.error.message
        if said.startswith(UNSAVED) and not event.handled:
            yield Nothing(event, "the Saver is given no variable to save", SAVE_LATER)
        if event.handled or event.function.split(".")[-1] not in STEPS:
            continue
        if said.startswith(EMPTY) or not said:
            yield _empty(trace, event)
        elif said.startswith(UNREACHED):
            message = "the loss has a gradient for none of the variables to train"
            yield Nothing(event, message, CUT_OFF)


def _empty(trace: Trace, event: ArgumentRefused) -> Nothing:
    """A list that is read before there is a variable, that comes of a layer, or is filtered."""
    message = "the optimizer is given no variable to train"
    made, read = False, None
    for one in trace.events:
        if one is event:
            break
        if isinstance(one, CollectionRead) and one.key == TRAINABLE:
            if made:
                return Nothing(event, message, FILTER)
            read = one
        made = made or (
            isinstance(one, (VariableMade, VariableRequested))
            and one.variable is not None
            and one.variable.trainable
        )
    if read is not None and made:
        return Nothing(event, f"{message}: its list was read before any was made", TOO_EARLY, read)
    if made and read is None:  # its list may be a filter's or a layer's
        return Nothing(event, message, f"{FILTER}; {UNBUILT}")
    return Nothing(event, message, FILTER if read is not None else UNBUILT)
