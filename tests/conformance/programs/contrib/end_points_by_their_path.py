# The helper that lists end points, imported from where it is defined.
# tensorflow: 1.15
import tensorflow as tf
from tensorflow.contrib.layers.python.layers import utils

slim = tf.contrib.slim

x = tf.placeholder(tf.float32, [2, 8, 8, 3])
with tf.variable_scope("net") as scope:
    ends = scope.original_name_scope + "_ends"
    with slim.arg_scope([slim.conv2d], outputs_collections=ends):
        h = slim.conv2d(x, 4, [3, 3], scope="first")
        h = slim.conv2d(h, 2, [3, 3], scope="second")
    found = utils.convert_collection_to_dict(ends)
for name in found:
    tf.get_variable("found/" + name, found[name].shape)
tf.train.AdamOptimizer().minimize(tf.reduce_mean(h))
