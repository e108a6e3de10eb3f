# After an inner graph, the open scope of the outer one goes on.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a"):
    with tf.Graph().as_default():
        tf.get_variable("w", [1])
    tf.get_variable("v", [1])
