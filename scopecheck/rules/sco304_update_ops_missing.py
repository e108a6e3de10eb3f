"""SCO304: batch normalisation's statistics, or averages, are read, and nothing moves them.

https://www.tensorflow.org/versions/r1.15/api_docs/python/tf/layers/batch_normalization
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from scopecheck.rules import never_in_training
from scopecheck.rules.averages import tell, unmoved
from scopecheck.rules.build import finding
from scopecheck.rules.computation import Variables, ancestors, may_update, run_with, variables_in
from scopecheck.rules.finding import Finding, Label, Severity
from scopecheck.rules.losses import Minimised, minimised
from scopecheck.rules.networks import identity
from scopecheck.rules.rule import Rule
from scopecheck.rules.wording import listing
from scopecheck.trace import (
    Computed,
    FunctionCalled,
    GraphRestored,
    LearningPhase,
    SessionRun,
    Trace,
    UpdatesMade,
)

RULE = Rule(
    code="SCO304",
    name="update-ops-missing",
    severity=Severity.WARNING,
    summary="Batch normalisation's moving statistics are read, and nothing ever moves them.",
    why=(
        "In training, batch_normalization makes the operations that move its mean and variance, "
        "puts them into the collection UPDATE_OPS and leaves it to the program to run them. If "
        "nothing does, the statistics stay 0 and 1, and every call with training=False "
        "normalises with these. While nothing reads the statistics there is no harm, and no "
        "finding. The rule speaks only where it sees which operations the session runs, or an "
        "estimator, by the specification that its model function returns. The updates of a "
        "Keras layer are in no collection: only its own `updates` lists them. Where no call is in "
        "training there is nothing to run, and a step that trains the layer's other parameters "
        "is told of, if nothing sets or restores the statistics. Likewise with "
        "tf.train.ExponentialMovingAverage: `apply` returns what moves the averages of the "
        "variables that a step trains, and they stay as they began until that is run."
    ),
    tensorflow_message=None,
    wrong="""\
import tensorflow as tf


def network(x, training, reuse=False):
    with tf.variable_scope("network", reuse=reuse):
        x = tf.layers.batch_normalization(tf.layers.dense(x, 8), training=training)
        return tf.layers.dense(x, 1)


x = tf.placeholder(tf.float32, [None, 4])
loss = tf.reduce_mean(tf.square(network(x, training=True)))
predicted = network(x, training=False, reuse=True)
step = tf.train.AdamOptimizer().minimize(loss)
with tf.Session() as session:
    session.run(tf.global_variables_initializer())
    session.run(step, {x: [[1.0, 2.0, 3.0, 4.0]]})
    session.run(predicted, {x: [[1.0, 2.0, 3.0, 4.0]]})
""",
    right="""\
import tensorflow as tf


def network(x, training, reuse=False):
    with tf.variable_scope("network", reuse=reuse):
        x = tf.layers.batch_normalization(tf.layers.dense(x, 8), training=training)
        return tf.layers.dense(x, 1)


x = tf.placeholder(tf.float32, [None, 4])
loss = tf.reduce_mean(tf.square(network(x, training=True)))
predicted = network(x, training=False, reuse=True)
with tf.control_dependencies(tf.get_collection(tf.GraphKeys.UPDATE_OPS)):
    step = tf.train.AdamOptimizer().minimize(loss)
with tf.Session() as session:
    session.run(tf.global_variables_initializer())
    session.run(step, {x: [[1.0, 2.0, 3.0, 4.0]]})
    session.run(predicted, {x: [[1.0, 2.0, 3.0, 4.0]]})
""",
    cannot_see=(
        "Training that another part of the program, or a library, runs; fetches that the "
        "analysis cannot follow; what a learning phase of Keras is fed."
    ),
    at_end=True,
)

FUSED = ("FusedBatchNorm", "BatchNorm")
READERS = ("Add", "AddV2", "Merge", "If", "StatelessIf")  # variance plus epsilon, or either one


def check(trace: Trace) -> Iterator[Finding]:
    """One finding for updates that are left out, one for averages, one where there are none."""
    yield from (tell(RULE, found) for found in unmoved(trace))
    yield from _normalisations(trace)
    yield from never_in_training.check(RULE, trace)


def _normalisations(trace: Trace) -> Iterator[Finding]:
    """One finding for each loss whose updates are left out."""
    runs = list(trace.of(SessionRun))
    run = run_with(one for event in runs for one in event.fetched or ())
    if not runs or any(event.fetched is None for event in runs) or may_update(run):
        return
    asked = any(trace.of(LearningPhase))
    updates = [
        event
        for event in trace.of(UpdatesMade)
        if event.collection is not None and (asked or not event.by_phase)
    ]
    readers = _readers(trace, run)
    moved = {
        one for event in updates if run & set(event.updates) for one in _statistics(event)
    }  # by another call of the network
    restored = {event.graph for event in trace.of(GraphRestored) if event.source is None}
    found: list[tuple[Minimised, list[UpdatesMade]]] = []
    for one in minimised(trace):
        if one.event.step is None or one.event.step not in run:
            continue
        behind = ancestors((one.loss,))
        left = [
            event for event in updates if not run & set(event.updates) and _feeds(event, behind)
        ]
        left = [event for event in left if _statistics(event) & set(readers) - moved]
        left = [event for event in left if not _frozen(one, event, restored)]
        if left:
            found.append((one, left))
    for one, left in sorted(found, key=_trains_another)[:1]:
        yield _finding(one, left, _reading(trace, left, readers))


def _trains_another(found: tuple[Minimised, list[UpdatesMade]]) -> bool:
    """Whether the step trains nothing of what is normalised: then another is to blame first."""
    one, left = found
    return not any(one.trained & _normalised(event) for event in left)


def _normalised(event: UpdatesMade) -> Variables:
    """What the input of a normalisation is computed from."""
    return variables_in(ancestors(part for update in event.updates for part in update.inputs))


def _frozen(one: Minimised, event: UpdatesMade, restored: set[int]) -> bool:
    """Whether the step trains nothing of a network whose values come from a file."""
    below = _normalised(event)
    return event.graph in restored and bool(below) and not one.trained & below


def _feeds(event: UpdatesMade, behind: set[Computed]) -> bool:
    """Whether the normalised input is one that the loss needs."""
    return any(part in behind for part in event.inputs)


def _statistics(event: UpdatesMade) -> Variables:
    return frozenset(identity(one) for one in event.statistics)


def _readers(trace: Trace, run: Iterable[Computed]) -> dict[tuple[int, str], Computed]:
    """The variables that some normalisation reads, each with the operation that does.

    What a graph reads that another one's values are restored in are that one's variables.
    """
    restored = {
        event.graph: event.source for event in trace.of(GraphRestored) if event.source is not None
    }
    return {
        (restored.get(part.graph, part.graph), part.variable): node
        for node in run
        if node.op in READERS or node.op.startswith(FUSED)
        for part in map(_switched, node.inputs)
        if part.variable is not None
    }


def _switched(part: Computed) -> Computed:
    """What a branch of a condition is given."""
    return part.inputs[0] if part.op == "Switch" and part.inputs else part


def _reading(
    trace: Trace, left: list[UpdatesMade], readers: dict[tuple[int, str], Computed]
) -> FunctionCalled | None:
    """The innermost call that builds an operation which reads the statistics."""
    nodes = {readers[name] for event in left for name in _statistics(event) if name in readers}
    for call in trace.of(FunctionCalled):
        if nodes & (ancestors(call.results) - ancestors(call.tensors)):
            return call
    return None


def _finding(one: Minimised, left: list[UpdatesMade], read: FunctionCalled | None) -> Finding:
    variables = dict.fromkeys(v for event in left for v in event.statistics)
    names = tuple(variable.name.removesuffix(":0") for variable in variables)
    where, run = _left_in(left[0].collection)
    related = [Label(left[0].site, f"the updates are made here, and left in {where}")]
    if read is not None:
        related.append(Label(read.site, "the statistics are read here"))
    return finding(
        RULE,
        one.event,
        f"nothing runs the updates of {listing(names)}: they keep their initial values, and are "
        "read where the network is not in training",
        variable=names[0],
        variables=names,
        related=related,
        help=f"wrap this minimize in `with tf.control_dependencies({run}):`",
    )


def _left_in(collection: str | None) -> tuple[str, str]:
    """What holds the updates, and how a program asks for them."""
    if not collection:
        return "the layer's own list", "the layer's updates"
    if collection == "update_ops":
        return "UPDATE_OPS", "tf.get_collection(tf.GraphKeys.UPDATE_OPS)"
    return f'the collection "{collection}"', f'tf.get_collection("{collection}")'
