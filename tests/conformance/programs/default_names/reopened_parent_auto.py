# Under AUTO_REUSE the second call of a network shares its first one's blocks.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

def block(x):
    with tf.variable_scope(None, "block"):
        return x + tf.get_variable("w", [1])


def net(x):
    with tf.variable_scope("net", reuse=tf.AUTO_REUSE):
        return block(block(x))


net(net(tf.zeros([1])))
