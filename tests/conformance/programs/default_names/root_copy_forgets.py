# What was numbered inside a copy of the root is forgotten afterwards.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

def block(name):
    with tf.variable_scope(None, "block"):
        return tf.get_variable(name, [1])


block("w")
with tf.variable_scope(tf.get_variable_scope()):
    block("w")
block("v")
