# Create first, and reuse the scope when the variable already exists.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def network(x):
    try:
        with tf.variable_scope("net"):
            return tf.layers.dense(x, 4, name="fc")
    except ValueError:
        with tf.variable_scope("net", reuse=True):
            return tf.layers.dense(x, 4, name="fc")


for _ in range(3):
    network(tf.zeros([2, 3]))
