"""SCO301: a variable that a loss reaches is in no optimizer's list.

https://www.tensorflow.org/versions/r1.15/api_docs/python/tf/train/Optimizer#minimize
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scopecheck.rules.build import finding
from scopecheck.rules.computation import Variables, ancestors, variables_in
from scopecheck.rules.finding import Finding, Label, Severity
from scopecheck.rules.losses import Minimised, minimised, trainables
from scopecheck.rules.networks import holds, identity
from scopecheck.rules.rule import Rule
from scopecheck.rules.wording import listing
from scopecheck.trace import FunctionCalled, LossMinimized, Trace, Variable

RULE = Rule(
    code="SCO301",
    name="varlist-missing",
    severity=Severity.WARNING,
    summary="A trainable variable that a loss reaches is in no optimizer's list.",
    why=(
        "minimize(loss, var_list=...) trains what is listed and nothing else. A list is mostly "
        "filled by names, and what is made elsewhere in the network, such as a normalisation's "
        "beta under a scope of its own, has another name: it has a gradient, and keeps its "
        "initial value for ever. The rule speaks where most of a network is in a list and the "
        "rest of it in none, and a listed variable lies before the missing one. A network of "
        "which nothing is listed, or whose first layers are not, is frozen on purpose."
    ),
    tensorflow_message=None,
    wrong="""\
import tensorflow as tf


def generator(noise):
    hidden = tf.layers.dense(noise, 8, name="g_hidden")
    hidden = tf.layers.batch_normalization(hidden, training=True, name="norm")
    return tf.layers.dense(hidden, 4, name="g_out")


loss = tf.reduce_mean(generator(tf.placeholder(tf.float32, [None, 2])))
listed = [v for v in tf.trainable_variables() if v.name.startswith("g_")]
step = tf.train.AdamOptimizer().minimize(loss, var_list=listed)
""",
    right="""\
import tensorflow as tf


def generator(noise):
    hidden = tf.layers.dense(noise, 8, name="g_hidden")
    hidden = tf.layers.batch_normalization(hidden, training=True, name="g_norm")
    return tf.layers.dense(hidden, 4, name="g_out")


loss = tf.reduce_mean(generator(tf.placeholder(tf.float32, [None, 2])))
listed = [v for v in tf.trainable_variables() if v.name.startswith("g_")]
step = tf.train.AdamOptimizer().minimize(loss, var_list=listed)
""",
    cannot_see=(
        "Lists and losses that the analysis cannot follow, and variables that something other "
        "than an optimizer changes. A first layer that is missing by mistake looks like one that "
        "is frozen on purpose."
    ),
)


def check(trace: Trace) -> Iterator[Finding]:
    """One finding for each set of variables that every list leaves out."""
    every = minimised(trace)
    known = trainables(trace)
    calls = [call for call in trace.of(FunctionCalled) if not call.library]
    told: set[Variables] = set()
    for graph in dict.fromkeys(one.event.graph for one in every):
        events = [event for event in trace.of(LossMinimized) if event.graph == graph]
        if any(event.var_list is None for event in events):
            continue
        listed = frozenset((graph, name) for event in events for name in event.var_list or ())
        for one in every:
            if one.event.graph != graph:
                continue
            missing = (one.reached & frozenset(known)) - listed
            mine = _of_its_network(missing, one, every, calls)
            mine = frozenset(v for v in mine if _is_meant(v, one))
            if mine and mine not in told:
                told.add(mine)
                yield _finding(one, [known[v] for v in known if v in mine])


def _of_its_network(
    missing: Variables, one: Minimised, every: Sequence[Minimised], calls: Sequence[FunctionCalled]
) -> Variables:
    """The missing variables of networks of which this list, and no other, holds the rest."""
    own = one.listed
    others = frozenset[tuple[int, str]]().union(*(other.listed for other in every)) - own
    found: set[tuple[int, str]] = set()
    for call in calls:
        if _trains(call, every):
            continue
        held = holds(call)
        rest = {identity(v) for v in call.held if v.trainable} - missing
        if held & own and not held & others and rest <= own:
            found |= held & missing
    return frozenset(found)


def _trains(call: FunctionCalled, every: Sequence[Minimised]) -> bool:
    """Whether optimizers are made in a call: then it is a program, and no network."""
    length = len(call.path)
    return any(
        len(one.event.path) > length and one.event.path[:length] == call.path for one in every
    )


def _is_meant(variable: tuple[int, str], one: Minimised) -> bool:
    """Whether it was meant to be listed: a listed one lies before it."""
    own = one.listed
    for node in one.behind:
        if any((part.graph, part.variable) == variable for part in node.inputs):
            before = [part for part in node.inputs if part.variable is None]
            if variables_in(ancestors(before)) & own:
                return True
    return False


def _finding(one: Minimised, missing: Sequence[Variable]) -> Finding:
    names = tuple(variable.name.removesuffix(":0") for variable in missing)
    verb = "is" if len(names) == 1 else "are"
    return finding(
        RULE,
        one.event,
        f"{listing(names)} {verb} in no optimizer's var_list: the loss has a gradient for "
        f"{'it' if len(names) == 1 else 'them'}, and nothing trains "
        f"{'it' if len(names) == 1 else 'them'}",
        variable=names[0],
        variables=names,
        related=[Label(variable.site, "made here, never trained") for variable in missing[:4]],
        help=(
            'list the network\'s variables by its scope, as in tf.trainable_variables("scope/"), '
            "instead of by parts of their names"
        ),
    )
