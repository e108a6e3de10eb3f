# A class derived from BatchNormalization keeps the statistics whole as well.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


class Norm(tf.layers.BatchNormalization):
    pass


with tf.variable_scope("a", partitioner=tf.fixed_size_partitioner(2)):
    Norm()(tf.zeros([2, 4]), training=True)
