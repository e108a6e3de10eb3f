"""TensorFlow before 1.0: how a program shows that it is written for it, or for a later one.

What only one epoch refuses (a name it doesn't have, arguments in the other one's order) raises
there, as it does in TensorFlow. An entry that ends that way is run again with the other epoch's
behaviour; where that one refuses something too, the first run stands.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from scopecheck.symbolic.entries import Run
from scopecheck.symbolic.state import RAISE
from scopecheck.symbolic.values import Error, Raised

if TYPE_CHECKING:
    from scopecheck.symbolic.machine import Machine

EPOCHS = ("since 1.0", "before 1.0")
"""Of TensorFlow: 1.15 and 2.21 are models of the first, 0.12 of the second."""
NOT_FOLLOWED = (
    "tf.contrib.cudnn_rnn.",
    "tf.contrib.grid_rnn.",
    "tf.contrib.rnn.",
    "tf.contrib.seq2seq.",
    "tf.nn.seq2seq.",
)
"""What made other variables before 1.0, which are not modelled."""


def epoch(m: Machine) -> str:
    """The epoch whose behaviour is modelled."""
    return EPOCHS[m.world.before_one]


def used(m: Machine) -> None:
    """Notes that the program does what only TensorFlow before 1.0 takes."""
    m.library.uses += 1  # type: ignore[attr-defined]


def refused(m: Machine, function: str, type_name: str, message: str) -> Raised:
    """An exception that the other epoch doesn't raise; what comes after it is not decided."""
    reason = "its arguments are as in TensorFlow before 1.0, and later ones refuse them"
    if m.world.before_one:
        reason = "its arguments are as in TensorFlow 1.0 and later, and earlier ones refuse them"
    m.undecided(function, reason)
    return m.fail(type_name, message, epoch=epoch(m))


def refusals(runs: Iterable[Run], of: str) -> bool:
    """Whether a way through an entry ends with what only one epoch refuses."""
    return any(
        flow.kind == RAISE and isinstance(flow.value, Error) and flow.value.epoch == of
        for run in runs
        for flow in run.flows
    )
