"""SCO902: what the analysis could not decide; shown on request, and no finding."""

from __future__ import annotations

from collections.abc import Iterator

from scopecheck.rules.build import finding
from scopecheck.rules.finding import Finding, Severity
from scopecheck.rules.rule import Rule
from scopecheck.trace import Trace, Undecided

RULE = Rule(
    code="SCO902",
    name="undecided",
    severity=Severity.NOTE,
    summary="Something the analysis could not decide (shown with --verbose).",
    why=(
        "The analysis never guesses. Where a call, a value or a loop is beyond it, it goes on "
        "with less knowledge, reports nothing that rests on it, and notes the place, so that "
        "silence can be told from a clean bill."
    ),
    tensorflow_message=None,
    wrong="""\
import tensorflow as tf

exec(open("network.py").read())
w = tf.get_variable("w", [4, 1])
""",
    right="""\
import tensorflow as tf

w = tf.get_variable("w", [4, 1])
""",
    cannot_see="Nothing: every such place is noted.",
)


def check(trace: Trace) -> Iterator[Finding]:
    """One note for each place."""
    for event in trace.of(Undecided):
        yield finding(RULE, event, f"not decided: {event.what}: {event.reason}")
