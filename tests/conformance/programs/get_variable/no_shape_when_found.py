# A variable that exists is found without a shape.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a"):
    made = tf.get_variable("w", [3, 4])
with tf.variable_scope("a", reuse=True):
    found = tf.get_variable("w")
assert made is found
