# contrib's batch normalisations keep their statistics whole under a scope's partitioner.
# tensorflow: 1.15
import tensorflow as tf

layers = tf.contrib.layers
x = tf.zeros([2, 8, 8, 4])
z = tf.zeros([2, 4])
with tf.variable_scope("a", partitioner=tf.fixed_size_partitioner(2)):
    layers.batch_norm(x, scale=True)
    layers.batch_norm(z, scale=True)
    layers.batch_norm(x, updates_collections=None, scale=True)
    layers.layer_norm(x)
    tf.get_variable("v", [4])
