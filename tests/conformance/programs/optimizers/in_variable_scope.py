# Under a variable scope the slots are prefixed with it, and the variable's own scope comes after.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("model"):
    w = tf.get_variable("w", [2])
with tf.variable_scope("train"):
    tf.train.AdamOptimizer().minimize(tf.reduce_sum(w * w))
