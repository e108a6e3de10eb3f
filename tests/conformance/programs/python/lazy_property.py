# A decorator that caches a property in a scope named after the function, so each is built once.
import functools

import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def built_once(build):
    """A property whose value is built in a scope of its own and then kept."""
    slot = "built_" + build.__name__

    @functools.wraps(build)
    def read(self):
        if not hasattr(self, slot):
            with tf.variable_scope(build.__name__):
                setattr(self, slot, build(self))
        return getattr(self, slot)

    return property(read)


class Model:
    def __init__(self, x):
        self.x = x

    @built_once
    def scores(self):
        return tf.layers.dense(self.x, 2, name="fc")

    @built_once
    def training(self):
        loss = tf.reduce_mean(tf.square(self.scores))
        return tf.train.AdamOptimizer().minimize(loss)


model = Model(tf.zeros([4, 3]))
assert model.training is model.training
