# Entering by object counts like an opening by that name.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("net") as net:
    tf.get_variable("w", [1])
with tf.variable_scope(net, reuse=True):
    tf.get_variable("w", [1])
with tf.variable_scope(None, "net"):
    tf.get_variable("w", [1])
