# A decayed learning rate is handed to the optimizer.
# tensorflow: 1.15
import tensorflow as tf

x = tf.zeros([2, 8, 8, 4])
x1 = tf.zeros([2, 8, 4])
x3 = tf.zeros([2, 8, 8, 8, 4])
v = tf.get_variable('v', [])
tf.contrib.layers.optimize_loss(v * v, tf.train.create_global_step(), 0.1, 'Adam', learning_rate_decay_fn=lambda r, s: tf.train.exponential_decay(r, s, 10, 0.5))
