# The averages of a batch's moments are called after them, the moments after their own name.
# tensorflow: 0.12
import tensorflow as tf

images = tf.placeholder(tf.float32, [4, 8, 8, 3])
training = tf.placeholder(tf.bool)


def normalize(x, scope, **names):
    with tf.variable_scope(scope):
        mean, variance = tf.nn.moments(x, range(len(x.get_shape()) - 1), **names)
        average = tf.train.ExponentialMovingAverage(0.9)
        average.apply([mean, variance])
        return tf.mul(x - average.average(mean), 2.0)


normalize(images, "named", name="moments")
normalize(images, "unnamed")
normalize(images, "kept", keep_dims=True)
normalize(tf.placeholder(tf.float32, [None, 5]), "rows", name="of_rows")
with tf.variable_scope("conditional"):
    mean, variance = tf.nn.moments(images, [0, 1, 2], name="m")
    average = tf.train.ExponentialMovingAverage(0.5)

    def updated():
        with tf.control_dependencies([average.apply([mean, variance])]):
            return tf.identity(mean)

    tf.cond(training, updated, lambda: average.average(mean))
with tf.variable_scope("network") as scope:
    normalize(images, "bn", name="moments")
    scope.reuse_variables()
    normalize(images, "bn", name="moments")
