# Functions that are handed over, returned, stored on objects and composed.
from functools import reduce

import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def apply(x, *functions):
    return reduce(lambda value, function: function(value), functions, x)


def dense(units):
    def call(x):
        return tf.layers.dense(x, units)

    return call


class Pipeline:
    def __init__(self):
        self.steps = []
        self.on_done = None

    def add(self, step):
        self.steps.append(step)
        return self

    def run(self, x):
        x = apply(x, *self.steps)
        if self.on_done:
            self.on_done(x)
        return x


pipeline = Pipeline().add(dense(4)).add(tf.nn.relu).add(dense(2))
pipeline.on_done = lambda x: tf.get_variable("done", x.get_shape())
pipeline.run(tf.zeros([3, 5]))
bound = pipeline.run
with tf.variable_scope("again"):
    bound(tf.zeros([3, 5]))
total = reduce(lambda a, b: a * b, [2, 3, 4], 1)
tf.get_variable("total%d" % total, [1])
