# A convolution whose window finds no room in its input is refused once it has its weights.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
x = tf.placeholder(tf.float32, [None, 8, 8, 3])
for width in (8, 16, 32):
    x = tf.layers.conv2d(x, width, 4, padding="valid")
