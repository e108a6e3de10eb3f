# The arg_scope of a network often comes from a function, and is entered where the network is built.
# tensorflow: 1.15
import tensorflow as tf

slim = tf.contrib.slim


def small_arg_scope(weight_decay=0.0, is_training=True):
    bn = {"is_training": is_training, "scale": True, "decay": 0.99}
    with slim.arg_scope([slim.batch_norm], **bn):
        with slim.arg_scope([slim.conv2d], normalizer_fn=slim.batch_norm) as scope:
            return scope


def small(x, scope="small", reuse=None):
    with tf.variable_scope(scope, "small", [x], reuse=reuse):
        x = slim.conv2d(x, 4, 3, scope="conv1")
        return slim.conv2d(x, 8, 3, normalizer_fn=None, scope="conv2")


with slim.arg_scope(small_arg_scope()):
    small(tf.zeros([2, 8, 8, 3]))
with slim.arg_scope(small_arg_scope(is_training=False)):
    small(tf.zeros([2, 8, 8, 3]), reuse=True)
