# A scope object that is never entered doesn't count.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
unused = tf.variable_scope(None, default_name="block")
with tf.variable_scope(None, default_name="block"):
    tf.get_variable("w", [1])
