# conv2d needs the channel dimension of its input, and None is not enough.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
x = tf.placeholder(tf.float32, [None, 28, 28, None])
tf.layers.conv2d(x, 8, 3, name="conv")
