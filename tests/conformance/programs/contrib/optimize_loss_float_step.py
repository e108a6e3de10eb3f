# optimize_loss checks its global step before it opens a scope.
# tensorflow: 1.15
import tensorflow as tf

x = tf.zeros([2, 8, 8, 4])
x1 = tf.zeros([2, 8, 4])
x3 = tf.zeros([2, 8, 8, 8, 4])
v = tf.get_variable('v', [])
tf.contrib.layers.optimize_loss(v * v, tf.constant(1.0), 0.1, 'SGD')
