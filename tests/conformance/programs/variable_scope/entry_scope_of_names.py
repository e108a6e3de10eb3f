# What name_scope yields is a string, but a variable isn't a scope.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.name_scope("a") as name:
    with tf.variable_scope(name):
        w = tf.get_variable("w", [1])
with tf.variable_scope(w):
    pass
