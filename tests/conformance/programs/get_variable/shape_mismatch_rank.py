# A vector of one number is no scalar.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
for shape in ([], [1]):
    with tf.variable_scope("a", reuse=tf.AUTO_REUSE):
        tf.get_variable("b", shape)
