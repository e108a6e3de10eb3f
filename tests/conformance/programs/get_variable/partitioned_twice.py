# A second partitioned request is refused without reuse.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

def embedding():
    with tf.variable_scope("a", partitioner=tf.fixed_size_partitioner(2)):
        return tf.get_variable("w", [10, 4])


embedding()
embedding()
