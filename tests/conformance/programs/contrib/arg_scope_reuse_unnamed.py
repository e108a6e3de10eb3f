# reuse=True from an arg_scope on an unnamed layer: reuse=True cannot be used without a name_or_scope.
# tensorflow: 1.15
import tensorflow as tf

slim = tf.contrib.slim
x = tf.zeros([2, 3])
slim.fully_connected(x, 4)
with slim.arg_scope([slim.fully_connected], reuse=True):
    slim.fully_connected(x, 4)
