# A parent that is opened again with reuse finds its children by their numbers.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

def net(x, reuse=None):
    with tf.variable_scope("net", reuse=reuse):
        for _ in range(2):
            with tf.variable_scope(None, "block"):
                x = x * tf.get_variable("w", [1])
        return x


x = tf.ones([1])
net(x)
net(x, reuse=True)
