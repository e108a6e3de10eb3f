# A batch normalisation keeps its statistics whole under a scope's partitioner.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

x = tf.zeros([2, 8, 8, 4])
with tf.variable_scope("a", partitioner=tf.fixed_size_partitioner(2)):
    tf.layers.batch_normalization(x, training=True)
    tf.get_variable("v", [4])
with tf.variable_scope("b", partitioner=tf.fixed_size_partitioner(2)):
    y = tf.layers.batch_normalization(x, renorm=True, training=True)
    layer = tf.layers.BatchNormalization(name="n")
    layer(y)
    layer(y)
with tf.variable_scope("a", reuse=True, partitioner=tf.fixed_size_partitioner(2)):
    tf.layers.batch_normalization(x, training=True, name="batch_normalization")
