# A named convolution opens its scope before it is refused.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
x = tf.zeros([2, 8, 8, 4])
x1 = tf.zeros([2, 8, 4])
x3 = tf.zeros([2, 8, 8, 8, 4])
for kernel in (3, (1, 2, 3), 3):
    try:
        tf.layers.conv2d(x, 4, kernel, name="a")
    except ValueError:
        tf.layers.conv2d(x, 4, 3)
    tf.layers.dense(x, 3, name="b%d" % len(tf.trainable_variables()))
