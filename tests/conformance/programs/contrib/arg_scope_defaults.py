# arg_scope fills in stride, padding and normalizer; explicit arguments win.
# tensorflow: 1.15
import tensorflow as tf

slim = tf.contrib.slim
x = tf.placeholder(tf.float32, [None, 32, 32, 3])
with slim.arg_scope([slim.conv2d], stride=2, padding="VALID", normalizer_fn=slim.batch_norm):
    h = slim.conv2d(x, 4, 3)
    h = slim.conv2d(h, 4, 3, stride=1, padding="SAME")
    h = slim.conv2d(h, 2, 1, normalizer_fn=None)
slim.fully_connected(slim.flatten(h), 10)
