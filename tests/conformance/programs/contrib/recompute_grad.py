# A function that recompute_grad wraps runs where it is called, and its variables are shared as any other's.
# tensorflow: 1.15
import tensorflow as tf

layers = tf.contrib.layers


@layers.recompute_grad
def block(x):
    return tf.layers.dense(x, 3, name="dense")


@layers.recompute_grad(use_data_dep=True)
def told(x, y, is_recomputing=True):
    if is_recomputing:
        tf.get_variable("never", [1])
    return x + tf.get_variable("w", [4]), y


x = tf.ones([2, 4])
with tf.variable_scope("a", use_resource=True):
    h = block(x)
    told(x, h)
    tf.get_variable("width", [h.shape[1]])
with tf.variable_scope("a", use_resource=True, reuse=True):
    layers.recompute_grad(lambda x: tf.get_variable("w", [4]) * x)(x)
    block(x)
try:
    block(3.0)
except ValueError:
    tf.get_variable("refused_input", [1])
with tf.variable_scope("a", use_resource=True):
    block(x)
