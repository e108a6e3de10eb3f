# zero_debias_moving_mean adds two variables below a scope of its own.
# tensorflow: 1.15
import tensorflow as tf

x = tf.zeros([2, 4, 4, 3])
tf.contrib.layers.batch_norm(x, zero_debias_moving_mean=True, is_training=True, scope="bn")
