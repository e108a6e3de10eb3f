# set_dtype changes the open scope and those opened inside it later.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a") as a:
    a.set_dtype(tf.float64)
    tf.get_variable("w", [2])
    with tf.variable_scope("b"):
        assert tf.get_variable("v", [2]).dtype.base_dtype == tf.float64
