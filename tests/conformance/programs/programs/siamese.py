# A siamese network: both halves share through scope.reuse_variables() between them, and Adam runs after the scope.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


class Pair:
    """Two inputs, one embedding network, and the squared distance of what comes out."""

    units = (16, 16, 2)

    def __init__(self, width):
        self.inputs = {
            side: tf.placeholder(tf.float32, [None, width]) for side in ("anchor", "other")
        }
        embedded = []
        with tf.variable_scope("embed") as scope:
            for side in sorted(self.inputs):
                embedded.append(self.embed(self.inputs[side]))
                scope.reuse_variables()
        self.distance = tf.reduce_sum(tf.squared_difference(*embedded), axis=1)

    def embed(self, x):
        last = len(self.units) - 1
        for k, units in enumerate(self.units):
            x = self.affine(x, units, "affine%d" % k)
            x = x if k == last else tf.nn.elu(x)
        return x

    @staticmethod
    def affine(x, units, prefix):
        matrix = tf.get_variable(prefix + "_matrix", [x.get_shape()[1], units])
        offset = tf.get_variable(prefix + "_offset", initializer=tf.constant(0.5, shape=[units]))
        return tf.matmul(x, matrix) + offset


pair = Pair(20)
same = tf.placeholder(tf.float32, [None])
loss = tf.reduce_mean(same * pair.distance + (1.0 - same) * tf.nn.relu(4.0 - pair.distance))
train = tf.train.AdamOptimizer(0.01).minimize(loss)
