# Inside a graph reuse=True wants the variable: net/w does not exist, although an eager one has that name.
# tensorflow: 2.21
import tensorflow.compat.v1 as tf

with tf.variable_scope("net"):
    tf.get_variable("w", [1])
with tf.Graph().as_default():
    with tf.variable_scope("net", reuse=True):
        tf.get_variable("w", [1])
