# Nor is it of a tf.Variable in a branch.
import tensorflow.compat.v1 as tf
tf.disable_v2_behavior()
def body():
    tf.Variable(tf.zeros([2]), name="w")
    return tf.constant(1)
tf.cond(tf.constant(True), body, lambda: tf.constant(2))
