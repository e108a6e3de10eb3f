# conv2d on a rank-2 input is refused by the layer.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
x = tf.placeholder(tf.float32, [None, 784])
tf.layers.conv2d(x, 8, 3)
