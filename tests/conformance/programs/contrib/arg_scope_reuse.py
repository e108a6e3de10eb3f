# reuse=True from an arg_scope shares named layers.
# tensorflow: 1.15
import tensorflow as tf

slim = tf.contrib.slim
x = tf.zeros([2, 3])
slim.fully_connected(x, 4, scope="fc")
with slim.arg_scope([slim.fully_connected], reuse=True):
    slim.fully_connected(x, 4, scope="fc")
