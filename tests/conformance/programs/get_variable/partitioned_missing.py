# A partitioned variable that reuse doesn't find.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a", reuse=True):
    tf.get_variable("w", [4], partitioner=tf.fixed_size_partitioner(2))
