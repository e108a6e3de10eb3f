# reuse=tf.AUTO_REUSE with a name creates the first time and shares from then on.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def head(x):
    return tf.layers.dense(x, 2, name="head", reuse=tf.AUTO_REUSE)


first = head(tf.zeros([5, 3]))
second = head(tf.ones([5, 3]))
