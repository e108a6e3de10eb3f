# Slots made under control_dependencies on the batch norm updates are as usual; the moving statistics get none.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
h = tf.layers.batch_normalization(tf.ones([2, 3]), training=True, name="bn")
with tf.control_dependencies(tf.get_collection(tf.GraphKeys.UPDATE_OPS)):
    tf.train.AdamOptimizer().minimize(tf.reduce_sum(h))
