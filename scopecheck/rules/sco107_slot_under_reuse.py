"""SCO107: an optimizer makes its own variables while the scope only shares.

https://github.com/tensorflow/tensorflow/issues/6220
"""

from __future__ import annotations

from collections.abc import Iterator

from scopecheck.rules.build import about_request
from scopecheck.rules.finding import Finding, Severity
from scopecheck.rules.refusals import refused
from scopecheck.rules.rule import Rule
from scopecheck.rules.wording import place, quoted, reuse_labels
from scopecheck.trace import Trace, VariableRequested

RULE = Rule(
    code="SCO107",
    name="slot-under-reuse",
    severity=Severity.ERROR,
    summary="An optimizer or a moving average makes its variables while the scope only shares.",
    why=(
        "Adam, Momentum, RMSProp and most others keep variables of their own, one or two for "
        "each one they train, and make them with get_variable when minimize (apply_gradients) "
        "is called. If the scope in force then is in reuse mode, these cannot be created. "
        "tf.get_variable_scope().reuse_variables() at the top level puts the whole rest of the "
        "program there; ExponentialMovingAverage.apply fails alike, and so does "
        "assign_moving_average unless it is given zero_debias=False."
    ),
    tensorflow_message=(
        "Variable d/w/Adam/ does not exist, or was not created with tf.get_variable(). Did you "
        "mean to set reuse=tf.AUTO_REUSE in VarScope?"
    ),
    wrong="""\
import tensorflow as tf


def discriminator(image):
    w = tf.get_variable("w", [4, 1])
    return tf.matmul(image, w)


real = discriminator(tf.placeholder(tf.float32, [None, 4]))
tf.get_variable_scope().reuse_variables()
fake = discriminator(tf.random_normal([8, 4]))
loss = tf.reduce_mean(real) - tf.reduce_mean(fake)
train = tf.train.AdamOptimizer(0.01).minimize(loss)
""",
    right="""\
import tensorflow as tf


def discriminator(image):
    w = tf.get_variable("w", [4, 1])
    return tf.matmul(image, w)


real = discriminator(tf.placeholder(tf.float32, [None, 4]))
with tf.variable_scope(tf.get_variable_scope(), reuse=True):
    fake = discriminator(tf.random_normal([8, 4]))
loss = tf.reduce_mean(real) - tf.reduce_mean(fake)
train = tf.train.AdamOptimizer(0.01).minimize(loss)
""",
    cannot_see=(
        "Optimizers that the analysis doesn't know, and variables to train that it cannot list."
    ),
)


def check(trace: Trace) -> Iterator[Finding]:
    """One finding for each minimize or apply that cannot make its variables."""
    for request in refused(trace, RULE.code):
        yield about_request(
            RULE,
            request,
            f"`{request.by}` has to create {quoted(request.name)} for itself here, and the scope "
            "is in reuse mode, which never creates",
            related=reuse_labels(request.scope),
            help=_help(request, trace.before_one),
        )


def _help(request: VariableRequested, before_one: bool) -> str:
    call = request.by.rsplit(".", 1)[-1] if request.purpose == "average" else "minimize"
    if call == "assign_moving_average":
        return f"give {call} zero_debias=False, which needs no variables of its own"
    if call == "apply":
        mode = "False" if before_one else "tf.AUTO_REUSE"
        return (
            f"put {call} into `with tf.variable_scope(tf.get_variable_scope(), reuse={mode}):`, "
            "which lets it create; or use the averages that the first call made, without a second "
            "apply"
        )
    source = request.scope.source
    if source is None:
        return f"call {call} outside the reusing scope"
    where = place(source.site, request.site)
    if source.kind == "reuse_variables" and not source.scope:
        return (
            f"call {call} outside the reusing scope: replace reuse_variables() at {where} by "
            "`with tf.variable_scope(tf.get_variable_scope(), reuse=True):` around the second "
            "call of the network only"
        )
    return (
        f"call {call} outside the reusing scope: end the `with` block that reuses "
        f"(decided at {where}) before this call"
    )
