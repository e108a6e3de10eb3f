# The same idea at the root scope: reuse_variables() stays on, and Adam's slot fc/kernel/Adam/ does not exist.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def arm(x):
    h = tf.layers.dense(x, 8, tf.nn.relu, name="fc")
    return tf.layers.dense(h, 2, name="embed")


left = arm(tf.placeholder(tf.float32, [None, 6]))
tf.get_variable_scope().reuse_variables()
right = arm(tf.placeholder(tf.float32, [None, 6]))
loss = tf.reduce_mean(tf.reduce_sum(tf.square(left - right), axis=1))
train = tf.train.AdamOptimizer(1e-3).minimize(loss)
