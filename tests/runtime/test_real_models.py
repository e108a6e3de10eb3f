"""What real models are made of: helpers, loss and optimizer functions, batches of one size."""

from __future__ import annotations

from pathlib import Path

from running import needs_tensorflow, scopecheck, verified, written

pytestmark = needs_tensorflow

PROGRAM = """\
import numpy as np
import tensorflow as tf
from tensorflow.contrib.data import shuffle_and_repeat

BATCH = 6

def matmul(x, w):
    return tf.matmul(x, w)

def mlp(x, units):
    w = tf.get_variable("w", [x.get_shape()[1], 4])
    v = tf.get_variable("v", [4, units])
    return matmul(matmul(x, w), v)

class Judge:
    def __init__(self, name):
        self.name, self.reuse = name, False

    def __call__(self, x):
        with tf.variable_scope(self.name, reuse=self.reuse):
            self.reuse = True
            return mlp(x, 1)

def sampled(x, train):
    scale = tf.get_variable("scale", [], initializer=tf.ones_initializer())
    return x * scale if train else x * scale + 1.0

def loss_of(judge, x):
    return tf.reduce_mean(judge(x))

def trainer(loss, name):
    count = tf.Variable(0)
    variables = [one for one in tf.trainable_variables() if one.name.startswith(name)]
    return tf.train.AdamOptimizer(rate).minimize(loss, global_step=count, var_list=variables)

def decode(z):
    w = tf.get_variable("w", [3, 3, 1, 8])
    b = tf.get_variable("b", [1])
    shape = [BATCH, 4, 4, 1]
    image = tf.nn.conv2d_transpose(tf.reshape(z, [-1, 2, 2, 8]), w, shape, [1, 2, 2, 1])
    image = tf.reshape(image, image.get_shape())
    return tf.reshape(image + 0.0 * b, [BATCH, 16])

rate = tf.placeholder(tf.float32, [])
real = tf.placeholder(tf.float32, [None, 16])
z = tf.placeholder(tf.float32, [None, 32])
with tf.variable_scope("pre"):
    before = mlp(real, 1)
with tf.variable_scope("gen") as scope:
    fake = sampled(decode(z), train=True)
    scope.reuse_variables()
    shown = sampled(fake, train=False)
one, other = Judge("one"), Judge("other")
loss_one = loss_of(one, real) - tf.reduce_mean(one(fake))
loss_other = loss_of(other, real) - tf.reduce_mean(other(fake))
steps = [trainer(loss_one, "one"), trainer(loss_other, "other"), trainer(-loss_one, "gen")]
steps += [trainer(tf.reduce_mean(before), "pre")]
with tf.Session() as session:
    session.run(tf.global_variables_initializer())
    feed = {rate: 0.25, real: np.ones([BATCH, 16]), z: np.ones([BATCH, 32])}
    session.run(steps, feed)
"""


def test_the_networks_and_nothing_else(tmp_path: Path) -> None:
    ran = verified(written(tmp_path, PROGRAM))
    assert [(one.name, len(one.paths), one.shared, one.different) for one in ran.sharings] == [
        ("sampled", 2, ("gen/scale:0",), ()),
        ("Judge.__call__", 2, ("one/w:0", "one/v:0"), ()),
        ("Judge.__call__", 2, ("other/w:0", "other/v:0"), ()),
    ]
    assert all("bit for bit" in one.compared for one in ran.sharings[1:])
    (mode,) = ran.sharings[0].notes
    assert "runs in another mode than" in mode
    assert mode.endswith(": train is False, not True")
    assert ran.findings == ()


def test_training_feeds_what_the_program_feeds(tmp_path: Path) -> None:
    ran = scopecheck("train", written(tmp_path, PROGRAM), "--steps", "2")
    assert ran.code == 0, ran.err
    assert "and has not moved them" in ran.out
    assert "gen/b:0" in ran.out
