# A shared separable_conv2d with another number of filters gets the depthwise kernel and fails at the pointwise one.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
x = tf.zeros([2, 8, 8, 3])
tf.layers.separable_conv2d(x, 4, 3, name="sep")
tf.layers.separable_conv2d(x, 5, 3, name="sep", reuse=True)
