# bias_add wants to know the number of channels.
# tensorflow: 1.15
import tensorflow as tf

x2 = tf.zeros([4, 4])
x3 = tf.zeros([4, 4, 4])
x4 = tf.zeros([4, 4, 4, 4])
x5 = tf.zeros([4, 4, 4, 4, 4])
tf.contrib.layers.bias_add(tf.placeholder(tf.float32,[2,None]))
