# A shared variable needs no initial value.
import tensorflow.compat.v1 as tf
tf.disable_v2_behavior()
tf.get_variable("v", [2])
def body():
    with tf.variable_scope("", reuse=True):
        tf.get_variable("v", initializer=tf.zeros([2]))
    return tf.constant(1)
tf.cond(tf.constant(True), body, lambda: tf.constant(2))
