# What is asked of a collection by scope is a regular expression, matched at a name's beginning.
import tensorflow.compat.v1 as tf
tf.disable_v2_behavior()

with tf.variable_scope("left"):
    tf.get_variable("kernel", [1])
with tf.variable_scope("right"):
    tf.get_variable("kernel", [2])
    tf.get_variable("kernel_mask", [3])
by_output = tf.get_collection(tf.GraphKeys.GLOBAL_VARIABLES, scope=".*/kernel:0")
by_end = tf.trainable_variables(".*kernel$")
with tf.variable_scope("counts"):
    tf.get_variable("by_output", [len(by_output)])
    tf.get_variable("by_end", [len(by_end) + 5])
by_output[1].assign([0.0, 0.0])
