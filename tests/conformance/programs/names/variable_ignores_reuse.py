# tf.Variable ignores reuse: the network that was to be shared exists twice.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

def net(x, reuse=None):
    with tf.variable_scope("net", reuse=reuse):
        w = tf.Variable(tf.random_normal([3, 3]), name="w")
        return tf.matmul(x, w)


x = tf.ones([1, 3])
net(x)
net(x, reuse=True)
