# The tensors handed to a scope must be of one graph.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
one, two = tf.Graph(), tf.Graph()
with one.as_default():
    a = tf.constant(1.0)
with two.as_default():
    b = tf.constant(2.0)
with tf.variable_scope("a", values=[a, b]):
    pass
