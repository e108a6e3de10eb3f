# Gradients are clipped by a float or a function.
# tensorflow: 1.15
import tensorflow as tf

x = tf.zeros([2, 8, 8, 4])
x1 = tf.zeros([2, 8, 4])
x3 = tf.zeros([2, 8, 8, 8, 4])
v = tf.get_variable('v', [])
tf.contrib.layers.optimize_loss(v * v, None, 0.1, 'SGD', clip_gradients=1)
