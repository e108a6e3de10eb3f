"""SCO303: minimize without var_list also trains a network that has a loss of its own.

https://www.tensorflow.org/versions/r1.15/api_docs/python/tf/train/Optimizer#minimize
"""

from __future__ import annotations

from collections.abc import Iterator

from scopecheck.rules.build import finding
from scopecheck.rules.contests import BothSides, both_sides
from scopecheck.rules.finding import Finding, Label, Severity
from scopecheck.rules.rule import Rule
from scopecheck.rules.trained_copies import tell, trained_copies
from scopecheck.rules.wording import listing, trainer
from scopecheck.trace import Trace

RULE = Rule(
    code="SCO303",
    name="varlist-absent",
    severity=Severity.WARNING,
    summary="minimize without var_list also trains a network that has a loss of its own.",
    why=(
        "Without var_list, minimize trains every trainable variable that the loss reaches. A "
        "discriminator's loss reaches the generator through the fake images, and a generator's "
        "loss reaches the discriminator that judges them: each step then trains the other "
        "network for the wrong side. The rule speaks where a network is called twice on shared "
        "variables, once on what other trained variables produce and once not, one loss needs "
        "both outputs, another only the first, and one of the two minimises without a list. Or a "
        "list trains the judge on its second input alone, as an actor's critic, and the loss "
        "that minimises without a list is nothing but the judge's answer to the first, or to the "
        "only one. Or both inputs come from trained networks: then a list must name these and "
        "spare the judge, and the loss without a list be nothing but the two answers. Or a list "
        "moves an actor up its critic's answer, also where the gradients are multiplied by hand, "
        "and the critic's step has none. Or a list lowers "
        "a loss from which the one without a list is taken off. It also "
        "speaks where the other network is a copy, as a target network is: the program assigns "
        "the values of what the step trains to it, again after a step, and the same step trains "
        "the copy too."
    ),
    tensorflow_message=None,
    wrong="""\
import tensorflow as tf


def discriminator(image, reuse=False):
    with tf.variable_scope("discriminator", reuse=reuse):
        return tf.layers.dense(image, 1)


real = tf.placeholder(tf.float32, [None, 4])
fake = tf.layers.dense(tf.placeholder(tf.float32, [None, 2]), 4, name="generator")
on_real = discriminator(real)
on_fake = discriminator(fake, reuse=True)
d_loss = tf.reduce_mean(on_fake) - tf.reduce_mean(on_real)
g_loss = -tf.reduce_mean(on_fake)
listed = tf.trainable_variables("discriminator")
d_step = tf.train.AdamOptimizer().minimize(d_loss, var_list=listed)
g_step = tf.train.AdamOptimizer().minimize(g_loss)
""",
    right="""\
import tensorflow as tf


def discriminator(image, reuse=False):
    with tf.variable_scope("discriminator", reuse=reuse):
        return tf.layers.dense(image, 1)


real = tf.placeholder(tf.float32, [None, 4])
fake = tf.layers.dense(tf.placeholder(tf.float32, [None, 2]), 4, name="generator")
on_real = discriminator(real)
on_fake = discriminator(fake, reuse=True)
d_loss = tf.reduce_mean(on_fake) - tf.reduce_mean(on_real)
g_loss = -tf.reduce_mean(on_fake)
listed = tf.trainable_variables("discriminator")
d_step = tf.train.AdamOptimizer().minimize(d_loss, var_list=listed)
g_step = tf.train.AdamOptimizer().minimize(g_loss, var_list=tf.trainable_variables("generator"))
""",
    cannot_see=(
        "Networks that work together in other ways than a judge and what it judges, and losses "
        "that the analysis cannot follow."
    ),
)


def check(trace: Trace) -> Iterator[Finding]:
    """One finding for each minimize without a list that trains both sides."""
    for found in both_sides(trace):
        if found.step.event.var_list is None:
            yield _finding(found)
    for copied in trained_copies(trace):
        if copied.step.event.var_list is None:
            yield tell(RULE, copied, _COPIES)


_COPIES = (
    'pass var_list=tf.trainable_variables("scope/"), the scope of the network to train; '
    "or make the copy with trainable=False"
)


def _finding(found: BothSides) -> Finding:
    one, opponent = found.step, found.opponent
    names = tuple(sorted(name.removesuffix(":0") for _, name in found.unwanted))
    return finding(
        RULE,
        one.event,
        f"minimize without var_list also trains {listing(names)}, which "
        f"{trainer(opponent.event, one.event)} trains for another loss",
        variable=names[0],
        variables=names,
        related=(Label(opponent.event.site, "the other side is trained here"),),
        help='pass var_list=tf.trainable_variables("scope/"), the scope of the network to train',
    )
