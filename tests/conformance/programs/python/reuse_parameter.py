# The usual reuse parameter with a default, by position and by keyword; the last call forgets it, and net/w already exists.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def net(x, units=4, reuse=None, *, scope="net"):
    with tf.variable_scope(scope, reuse=reuse):
        w = tf.get_variable("w", [3, units])
        return tf.matmul(x, w)


x = tf.zeros([2, 3])
net(x)
net(x, 4, True)
net(x, reuse=True, units=4)
net(x, scope="other")
net(x)
