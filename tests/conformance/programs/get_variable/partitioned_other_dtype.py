# A partitioned variable is shared with its own dtype only.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a", reuse=tf.AUTO_REUSE, partitioner=tf.fixed_size_partitioner(2)):
    tf.get_variable("w", [4])
    tf.get_variable("w", [4], dtype=tf.float64)
