# A part is in the store under its own name.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
w = tf.get_variable("w", [4], partitioner=tf.fixed_size_partitioner(2))
with tf.variable_scope(tf.get_variable_scope(), reuse=True):
    first = tf.get_variable("w/part_0", [2])
assert first is list(w)[0]
