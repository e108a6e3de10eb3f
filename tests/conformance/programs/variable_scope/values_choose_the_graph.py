# Entering a scope makes its tensors' graph the default one.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
other = tf.Graph()
with other.as_default():
    x = tf.ones([2])
with tf.variable_scope("a", values=[x]):
    w = tf.get_variable("w", [2])
    y = x * w
assert w.graph is other
