# The string that name_scope yields can be put before a name by hand.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.name_scope("n") as n:
    w = tf.get_variable(n + "w", [1])
