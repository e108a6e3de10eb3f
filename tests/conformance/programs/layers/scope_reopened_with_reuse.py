# With reuse on the second opening the unnamed layers find their twins, because the numbering restarts.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def net(x, reuse=None):
    with tf.variable_scope("m", reuse=reuse):
        h = tf.layers.dense(x, 4)
        return tf.layers.dense(h, 1)


net(tf.zeros([2, 3]))
net(tf.ones([2, 3]), reuse=True)
net(tf.ones([2, 3]), reuse=tf.AUTO_REUSE)
