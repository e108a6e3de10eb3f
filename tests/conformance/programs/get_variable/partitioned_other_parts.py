# A partitioned variable is shared with the same number of parts only.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
for parts in (2, 4):
    with tf.variable_scope("a", reuse=tf.AUTO_REUSE):
        tf.get_variable("w", [8], partitioner=tf.fixed_size_partitioner(parts))
