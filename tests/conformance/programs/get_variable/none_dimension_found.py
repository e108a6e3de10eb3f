# Asked with None in its shape, a variable of that rank is found.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a", reuse=tf.AUTO_REUSE):
    made = tf.get_variable("w", [3, 4])
    found = tf.get_variable("w", [None, 4])
assert made is found
