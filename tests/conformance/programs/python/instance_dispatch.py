# Networks picked by name from a dict of classes and functions, built with unpacked settings.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def linear(x, units=1):
    return tf.layers.dense(x, units, name="linear")


class Deep:
    def __init__(self, depth, units):
        self.depth, self.units = depth, units

    def __call__(self, x):
        for i in range(self.depth):
            x = tf.layers.dense(x, self.units, name="h%d" % i)
        return x


factories = {"linear": lambda **k: lambda x: linear(x, **k), "deep": Deep}
plan = [("linear", {}), ("deep", {"depth": 2, "units": 3}), ("linear", dict(units=2))]
x = tf.zeros([2, 5])
for step, (kind, settings) in enumerate(plan):
    with tf.variable_scope("%s_%d" % (kind, step)):
        x = factories[kind](**settings)(x)
