# A layer that fails on its bias has already made its kernel, so the retry says that the kernel already exists.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
x = tf.zeros([2, 3])
with tf.variable_scope("fc"):
    tf.get_variable("bias", [4])
try:
    tf.layers.dense(x, 4, name="fc")
except ValueError:
    tf.get_variable("after_failure", [1])
tf.layers.dense(x, 4, name="fc")
