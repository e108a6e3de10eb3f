"""SCO202: a network is called again and gets variables of its own, though sharing was meant.

https://www.tensorflow.org/versions/r1.15/api_docs/python/tf/variable_scope
"""

from __future__ import annotations

from collections.abc import Iterator

from scopecheck.rules import keras_copies, keras_untrained
from scopecheck.rules.finding import Finding, Severity
from scopecheck.rules.rule import Rule
from scopecheck.rules.unshared import tell, unmeant
from scopecheck.trace import EagerRequest, Trace

RULE = Rule(
    code="SCO202",
    name="not-shared",
    severity=Severity.WARNING,
    summary="A network is called again and gets variables of its own, though sharing was meant.",
    why=(
        "TensorFlow shares variables that get_variable finds under the same full name, and "
        "nothing else. A tf.Variable, a layer without a name, a scope from default_name, another "
        "scope name or layers that are built anew give the second call its own weights. Nothing "
        "is raised: the GAN's discriminator then judges real and fake images with different "
        "weights. The rule speaks where the inputs of the two calls are independent, no further "
        "call shares one of the two copies, and one of three things shows that sharing was meant: "
        "reuse was asked for and has no effect; or one input is computed from variables that "
        "are trained elsewhere and the other is not (a fake against a real image), both outputs "
        "reach one minimised loss, and the fake's own trainer has a loss that it alone reaches; "
        "or a step trains the first copy, and the session runs the second, which no loss reaches "
        "and nothing trains, assigns or restores. Where further calls share one of the "
        "copies, it says the last only if both calls return a loss, and one is minimised, the "
        "other looked at. "
        "With Keras's compile and train_on_batch: a model is trained to tell what another one "
        "predicts from other data, and the model that trains the other one holds a clone of it, "
        "or layers that the same lines made anew, which nothing else trains or sets. Or a model, "
        "or the last layers of one, predicts with weights as they were made, and the same lines "
        "made one that is trained."
    ),
    tensorflow_message=None,
    wrong="""\
import tensorflow as tf


def discriminator(image, name):
    with tf.variable_scope(name):
        return tf.layers.dense(image, 1, name="logits")


noise = tf.placeholder(tf.float32, [None, 2])
real = tf.placeholder(tf.float32, [None, 4])
with tf.variable_scope("generator"):
    fake = tf.layers.dense(noise, 4)
on_real = discriminator(real, "on_real")
on_fake = discriminator(fake, "on_fake")
d_loss = tf.reduce_mean(on_fake) - tf.reduce_mean(on_real)
g_loss = -tf.reduce_mean(on_fake)
d_variables = tf.trainable_variables("on_")
g_variables = tf.trainable_variables("generator")
d_step = tf.train.AdamOptimizer().minimize(d_loss, var_list=d_variables)
g_step = tf.train.AdamOptimizer().minimize(g_loss, var_list=g_variables)
""",
    right="""\
import tensorflow as tf


def discriminator(image, reuse=False):
    with tf.variable_scope("discriminator", reuse=reuse):
        return tf.layers.dense(image, 1, name="logits")


noise = tf.placeholder(tf.float32, [None, 2])
real = tf.placeholder(tf.float32, [None, 4])
with tf.variable_scope("generator"):
    fake = tf.layers.dense(noise, 4)
on_real = discriminator(real)
on_fake = discriminator(fake, reuse=True)
d_loss = tf.reduce_mean(on_fake) - tf.reduce_mean(on_real)
g_loss = -tf.reduce_mean(on_fake)
d_variables = tf.trainable_variables("discriminator")
g_variables = tf.trainable_variables("generator")
d_step = tf.train.AdamOptimizer().minimize(d_loss, var_list=d_variables)
g_step = tf.train.AdamOptimizer().minimize(g_loss, var_list=g_variables)
""",
    cannot_see=(
        "Networks written out twice instead of called twice, and inputs that the analysis cannot "
        "follow. Copies that are separate on purpose (target networks, towers with scopes of their "
        "own, ensembles) are silent; one that is only run, as it was born, to teach the trained "
        "one or to be compared with it, looks like a mistake."
    ),
    at_end=True,
)


def check(trace: Trace) -> Iterator[Finding]:
    """One finding for each later call of a network that should have shared."""
    eager = _made_eagerly(trace)
    for apart in unmeant(trace):
        if not apart.remade and not any(second.name in eager for _, second in apart.differing):
            yield tell(RULE, apart, trace)
    for copy in keras_copies.copies(trace):
        yield keras_copies.tell(RULE, copy)
    for model in keras_untrained.untrained(trace):
        yield keras_untrained.tell(RULE, model)


def _made_eagerly(trace: Trace) -> frozenset[str]:
    """The variables of which SCO205 says that nothing shares them."""
    again = [one for one in trace.of(EagerRequest) if one.first is not None]
    return frozenset(f"{one.name}:0" for one in again) if trace.closed else frozenset()
