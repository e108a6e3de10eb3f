# set_partitioner splits what is asked for afterwards.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a") as a:
    a.set_partitioner(tf.fixed_size_partitioner(2))
    tf.get_variable("w", [2])
