# arg_scope wants a list of functions: TypeError for a bare one.
# tensorflow: 1.15
import tensorflow as tf

slim = tf.contrib.slim
with slim.arg_scope(slim.conv2d, stride=2):
    slim.conv2d(tf.zeros([2, 8, 8, 3]), 4, 3)
