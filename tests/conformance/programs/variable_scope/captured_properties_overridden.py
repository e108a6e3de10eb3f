# Arguments override what a captured scope brings along.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a", dtype=tf.float64) as a:
    tf.get_variable("w", [2])
with tf.variable_scope(a, dtype=tf.float32, initializer=2.0):
    v = tf.get_variable("v")
assert v.dtype.base_dtype == tf.float32 and v.shape.as_list() == []
