# A comparison of numbers is a proper bool.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
for step in [0, 1, 2]:
    with tf.variable_scope("a", reuse=(step != 0)):
        tf.get_variable("w", [1])
