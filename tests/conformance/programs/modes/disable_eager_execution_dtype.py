# Resource variables have plain dtypes in the message: Trying to share variable v, found dtype float32.
# tensorflow: 2.21
import tensorflow as tf

tf.compat.v1.disable_eager_execution()
v = tf.compat.v1.get_variable("v", [1])
with tf.compat.v1.variable_scope(tf.compat.v1.get_variable_scope(), reuse=True):
    tf.compat.v1.get_variable("v", [1], dtype=tf.int32)
