# AUTO_REUSE with the same partitioner shares the parts.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
for _ in range(2):
    with tf.variable_scope("a", reuse=tf.AUTO_REUSE, partitioner=tf.fixed_size_partitioner(2)):
        tf.get_variable("w", [8])
