# A function can reuse whatever scope it is called in.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

def again(name):
    with tf.variable_scope(tf.get_variable_scope(), reuse=True):
        return tf.get_variable(name)


with tf.variable_scope("m"):
    w = tf.get_variable("w", [2, 2])
    assert again("w") is w
