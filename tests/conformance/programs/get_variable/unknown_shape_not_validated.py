# Without validation a variable may have no shape, and every shape finds it.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
values = tf.placeholder(tf.float32)
v = tf.get_variable("v", initializer=values, validate_shape=False)
with tf.variable_scope(tf.get_variable_scope(), reuse=True):
    assert tf.get_variable("v", [2, 7]) is v
    assert tf.get_variable("v", [5]) is v
