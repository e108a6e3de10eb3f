# A convolution that is refused for its sizes takes no name, but a name that it was given is looked up.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
x = tf.zeros([2, 8, 8, 4])
x1 = tf.zeros([2, 8, 4])
x3 = tf.zeros([2, 8, 8, 8, 4])
for kernel in (3, (1, 2, 3), 3):
    try:
        tf.layers.conv2d(x, 4, kernel)
    except ValueError:
        tf.layers.conv2d(x, 4, kernel[:2], name="other")
tf.layers.conv2d(x, 4, (1,), name="other", reuse=True)
