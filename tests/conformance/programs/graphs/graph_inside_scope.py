# An open variable scope has no effect on another graph.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a", reuse=True):
    with tf.Graph().as_default():
        tf.get_variable("w", [1])
