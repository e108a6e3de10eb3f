# Inside a graph reuse=True and AUTO_REUSE share as in graph mode, and optimizers make slots.
# tensorflow: 2.21
import tensorflow.compat.v1 as tf


def net(x, reuse=None):
    with tf.variable_scope("net", reuse=reuse):
        return tf.layers.dense(x, 1, name="fc")


with tf.Graph().as_default() as graph:
    x = tf.placeholder(tf.float32, [None, 3])
    loss = tf.reduce_mean(net(x) - net(-x, True) + net(2.0 * x, tf.AUTO_REUSE))
    tf.train.AdamOptimizer().minimize(loss)
with graph.as_default():
    tf.get_variable("later", [1])
