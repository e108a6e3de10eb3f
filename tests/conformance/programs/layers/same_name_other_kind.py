# A conv2d layer that shares the name of a dense layer: Trying to share variable h/kernel with shapes of two ranks.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
tf.layers.dense(tf.zeros([2, 3]), 4, name="h")
tf.layers.conv2d(tf.zeros([2, 8, 8, 3]), 4, 3, name="h", reuse=tf.AUTO_REUSE)
