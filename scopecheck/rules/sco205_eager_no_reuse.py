"""SCO205: under eager execution get_variable neither shares nor refuses.

https://www.tensorflow.org/guide/migrate/model_mapping
"""

from __future__ import annotations

from collections.abc import Iterator

from scopecheck.rules.build import finding
from scopecheck.rules.finding import Finding, Severity
from scopecheck.rules.paths import parting
from scopecheck.rules.rule import Rule
from scopecheck.rules.wording import earlier_label, listing, quoted
from scopecheck.trace import EagerRequest, Site, Trace

RULE = Rule(
    code="SCO205",
    name="eager-no-reuse",
    severity=Severity.WARNING,
    summary="Under eager execution get_variable makes a new variable each time.",
    why=(
        "TensorFlow 2 executes eagerly unless it is told otherwise. Then there is no variable "
        "store: reuse is accepted and ignored, and the second request for a name makes a second "
        "variable of that name. Nothing is shared, and nothing says so."
    ),
    tensorflow_message=None,
    wrong="""\
import tensorflow.compat.v1 as tf

with tf.variable_scope("d"):
    w = tf.get_variable("w", [4, 1])
with tf.variable_scope("d", reuse=True):
    same = tf.get_variable("w", [4, 1])
""",
    right="""\
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

with tf.variable_scope("d"):
    w = tf.get_variable("w", [4, 1])
with tf.variable_scope("d", reuse=True):
    same = tf.get_variable("w", [4, 1])
""",
    cannot_see="Functions that no script calls: they are taken to run in graph mode.",
)


def check(trace: Trace) -> Iterator[Finding]:
    """One finding for each call that leads to names being asked for a second time."""
    if not trace.closed:
        return
    firsts = {event.name: event for event in reversed(list(trace.of(EagerRequest)))}
    groups: dict[Site, list[EagerRequest]] = {}
    for event in trace.of(EagerRequest):
        if event.first is not None:
            groups.setdefault(_later_call(firsts[event.name], event), []).append(event)
    for events in groups.values():
        yield _finding(events, firsts[events[0].name])


def _later_call(first: EagerRequest, event: EagerRequest) -> Site:
    """The call that comes to it again; in a loop, whichever it is around, the outermost one."""
    if first.path == event.path:
        return event.path[0]
    return event.path[parting(first.path, event.path)] if event is not first else event.site


def _finding(events: list[EagerRequest], earlier: EagerRequest) -> Finding:
    again = events[0]
    names = tuple(dict.fromkeys(event.name for event in events))
    others = names[1:]
    more = f", and so {'are' if len(others) > 1 else 'is'} {listing(others)}" if others else ""
    return finding(
        RULE,
        again,
        f"under eager execution nothing is shared: {quoted(again.name)} is made a second time "
        f"here{more}",
        variable=again.name,
        variables=names,
        related=[earlier_label(earlier.site, earlier.path, again.site, again.path)],
        again=earlier.path,
        help=(
            "call tf.disable_v2_behavior() (or build in `with tf.Graph().as_default():`) before "
            "the first variable; in TensorFlow 2 style, keep the layer object and call it twice"
        ),
    )
