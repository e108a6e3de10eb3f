# A captured scope has nothing to share in another graph.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a") as a:
    tf.get_variable("w", [1])
with tf.Graph().as_default():
    with tf.variable_scope(a, reuse=True):
        tf.get_variable("w", [1])
