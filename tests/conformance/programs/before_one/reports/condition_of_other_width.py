# The second call joins another condition to the image, and the shared matrix does not fit it.
# tensorflow: 0.12
import tensorflow as tf


def judge(image, condition, reuse=None):
    with tf.variable_scope("judge", reuse=reuse):
        h = tf.concat(1, [image, condition])
        w = tf.get_variable("w", [int(h.get_shape()[1]), 1])
        return tf.matmul(h, w)


image, label = tf.zeros([8, 12]), tf.zeros([8, 3])
judge(image, label)
judge(tf.ones([8, 12]), label, reuse=True)
judge(tf.ones([8, 12]), tf.concat(1, [label, label]), reuse=True)
