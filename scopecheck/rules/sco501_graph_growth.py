"""SCO501: operations are built in a loop that runs the session, or on a finalized graph.

https://www.tensorflow.org/versions/r1.15/api_docs/python/tf/Graph#finalize
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from scopecheck.rules.build import finding
from scopecheck.rules.finding import Finding, Label, Severity
from scopecheck.rules.rule import Rule
from scopecheck.rules.wording import place
from scopecheck.trace import ArgumentRefused, OpsBuilt, Site, Trace

RULE = Rule(
    code="SCO501",
    name="graph-growth",
    severity=Severity.WARNING,
    summary="Operations are built in a loop that runs the session.",
    why=(
        "Every call of a TensorFlow function adds operations to the graph, and nothing removes "
        "them. In a loop that also runs the session the graph grows with each pass: every run "
        "gets slower, memory runs full, and a checkpoint takes longer each time. On a graph that "
        "was finalized, as tf.train.MonitoredSession does, the same call stops with an error."
    ),
    tensorflow_message=None,
    wrong="""\
import tensorflow as tf

total = tf.get_variable("total", [])
with tf.Session() as session:
    session.run(tf.global_variables_initializer())
    for number in range(100):
        session.run(tf.assign(total, float(number)))
""",
    right="""\
import tensorflow as tf

total = tf.get_variable("total", [])
number = tf.placeholder(tf.float32, [])
assign = tf.assign(total, number)
with tf.Session() as session:
    session.run(tf.global_variables_initializer())
    for value in range(100):
        session.run(assign, {number: float(value)})
""",
    cannot_see=(
        "Loops that run the session in a function that the analysis cannot follow. A loop that "
        "makes its own session or its own graph in each pass is meant, and silent; so is what is "
        "only built in the first pass, and a loop that goes over the items of a collection "
        "without training, to look at each of them once."
    ),
)


def check(trace: Trace) -> Iterator[Finding]:
    """One finding for each line of a loop, and for what a finalized graph refuses."""
    found: dict[Site, tuple[OpsBuilt, int]] = {}
    for event in trace.of(OpsBuilt):
        if event.trains or not event.items:
            at = _in_loop(event)
            found.setdefault(event.path[at], (event, at))
    lines: dict[tuple[Site, str, int | None, int], list[tuple[OpsBuilt, int]]] = {}
    for site, (event, at) in found.items():
        if any(other != site and _within(site, other) for other in found):
            continue
        if event.site != site and event.site in found:
            continue  # it stands in a loop of its own, and that is told
        if not any(other.path == event.path and deeper > at for other, deeper in found.values()):
            line = (event.loop, site.file, site.cell, site.line)
            lines.setdefault(line, []).append((event, at))
    for (event, at), *more in lines.values():
        yield _finding(event, at, [other.path[place] for other, place in more])
    for refused in trace.of(ArgumentRefused):
        if refused.function == "Graph.finalize" and not refused.handled:
            yield finding(
                RULE,
                refused,
                "this builds an operation on a graph that was finalized",
                severity=Severity.ERROR,
                help="build it before the session is made",
            )


def _within(one: Site, other: Site) -> bool:
    """Whether an expression is a part of another."""
    if (one.file, one.cell) != (other.file, other.cell):
        return False
    begins = (other.line, other.column) <= (one.line, one.column)
    return begins and (one.end_line, one.end_column) <= (other.end_line, other.end_column)


def _in_loop(event: OpsBuilt) -> int:
    """The index of the call in the loop's own function that leads to the operation."""
    loop = event.loop
    for at, site in enumerate(event.path):
        same = (site.file, site.cell, site.function) == (loop.file, loop.cell, loop.function)
        if same and site.line >= loop.line:
            return at
    return len(event.path) - 1


def _finding(event: OpsBuilt, at: int, beside: Sequence[Site]) -> Finding:
    """beside: what else the same line builds."""
    site = event.path[at]
    related = [Label(event.loop, "in this loop"), Label(event.run, "which runs the session here")]
    if site != event.site:
        related.append(Label(event.site, "built anew here"))
    related += [Label(one, "and here") for one in beside]
    what = "it" if site == event.site else f"what {place(event.site, site)} builds"
    outer = replace(event, site=site, path=event.path[: at + 1])
    return finding(
        RULE,
        outer,
        "this builds new operations again and again in a loop that runs the session: the graph "
        "keeps growing, and every run gets slower",
        related=related,
        help=f"build {what} once, before the loop, and only run it in the loop",
    )
