# xavier_initializer makes no integers.
# tensorflow: 1.15
import tensorflow as tf

x = tf.zeros([2, 8, 8, 4])
x1 = tf.zeros([2, 8, 4])
x3 = tf.zeros([2, 8, 8, 8, 4])
tf.get_variable('v', [2], tf.int32, initializer=tf.contrib.layers.xavier_initializer())
