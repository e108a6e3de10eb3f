"""Variables that go through creators and getters: frozen, counted, quantized, averaged."""
import contextlib

import numpy as np
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


class Ledger(object):
    """Remembers what was created, and by which part of the program."""

    def __init__(self):
        self.rows = []
        self.part = None

    @contextlib.contextmanager
    def booking(self, part):
        before, self.part = self.part, part
        with tf.variable_creator_scope(self._create):
            yield self
        self.part = before

    def _create(self, next_creator, **kwargs):
        variable = next_creator(**kwargs)
        self.rows.append((self.part, variable.op.name))
        return variable


def frozen(getter, name, *args, **kwargs):
    kwargs["trainable"] = False
    return getter(name, *args, **kwargs)


def quantized(bits):
    levels = float(2 ** bits - 1)

    def getter(getter, *args, **kwargs):
        variable = getter(*args, **kwargs)
        if "bias" in variable.op.name:
            return variable
        with tf.name_scope("quantize"):
            rounded = tf.round(variable * levels) / levels
            return variable + tf.stop_gradient(rounded - variable)

    return getter


def net(x, width=12, depth=2, name="net", reuse=None, custom_getter=None):
    with tf.variable_scope(name, reuse=reuse, custom_getter=custom_getter):
        for i in range(depth):
            x = tf.layers.dense(x, width, activation=tf.nn.relu, name="fc%d" % i)
        scale = tf.get_variable("scale", shape=[width], initializer=tf.ones_initializer())
        return x * scale


def averaging(decay):
    ema = tf.train.ExponentialMovingAverage(decay)

    def getter(getter, name, *args, **kwargs):
        return ema.average(getter(name, *args, **kwargs))

    return ema, getter


def main():
    ledger = Ledger()
    x = tf.placeholder(tf.float32, [None, 6])
    with ledger.booking("features"):
        features = net(x, name="features", custom_getter=frozen)
        offset = tf.Variable(tf.zeros([12]), name="offset")
    with ledger.booking("model"):
        with tf.variable_scope("model", initializer=tf.random_normal_initializer(stddev=0.02), regularizer=lambda w: 1e-4 * tf.nn.l2_loss(w)):
            out = net(features + offset, custom_getter=quantized(4))
            out = net(out, depth=1, name="top")
    ema, average = averaging(0.9)
    update = ema.apply(tf.trainable_variables())
    with tf.variable_scope("model", reuse=True):
        smooth = net(net(features + offset, custom_getter=quantized(4)), depth=1, name="top", custom_getter=average)
    loss = tf.reduce_mean(tf.square(out - 1.0)) + tf.losses.get_regularization_loss()
    with tf.control_dependencies([tf.train.RMSPropOptimizer(0.01).minimize(loss)]):
        train = tf.group(update)
    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        sess.run([train, smooth], {x: np.ones((3, 6))})
    for part in sorted(set(part for part, _ in ledger.rows)):
        print(part, [name for owner, name in ledger.rows if owner == part])


if __name__ == "__main__":
    main()
