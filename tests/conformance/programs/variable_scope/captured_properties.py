# A captured scope keeps its initializer and dtype, not the current scope's.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a", dtype=tf.float64) as a:
    tf.get_variable("w", [2])
with tf.variable_scope("b", initializer=1.0, dtype=tf.float16):
    with tf.variable_scope(a):
        v = tf.get_variable("v", [2])
assert v.dtype.base_dtype == tf.float64
