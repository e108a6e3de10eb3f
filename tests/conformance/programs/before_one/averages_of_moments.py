# Averages of a batch's moments: their names are those of the operations that were averaged.
# tensorflow: 0.12
import tensorflow as tf

x = tf.placeholder(tf.float32, [4, 8, 8, 3])


def normed(x, scope, axes, **given):
    with tf.variable_scope(scope):
        beta = tf.get_variable("beta", [3])
        mean, variance = tf.nn.moments(x, axes, **given)
        average = tf.train.ExponentialMovingAverage(decay=0.9)
        with tf.control_dependencies([average.apply([mean, variance])]):
            return tf.nn.batch_normalization(x, mean, variance, beta, None, 1e-5)


normed(x, "a", [0, 1, 2])
normed(x, "b", [0, 1, 2], name="mine")
normed(x, "c", [0, 1, 2], keep_dims=True)
normed(x, "d", [0, 1, 2], shift=tf.zeros([3]))
with tf.name_scope("named"):
    y = tf.nn.batch_norm_with_global_normalization(
        x, *(tf.ones([3]),) * 4, variance_epsilon=0.1, scale_after_normalization=False
    )
    w = tf.pack(tf.nn.moments(tf.zeros([2, 3]), [0]))
tf.get_variable("of_the_same_shape", y.get_shape().as_list())
step = tf.train.ExponentialMovingAverage(0.9)
step.apply(list(tf.nn.moments(y, [0])))
with tf.variable_scope(tf.get_variable_scope(), reuse=True):
    normed(x, "a", [0, 1, 2])
