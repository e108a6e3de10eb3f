# A parent that is opened again by name starts numbering anew.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

def net(x):
    with tf.variable_scope("net"):
        with tf.variable_scope(None, "block"):
            return x * tf.get_variable("w", [1])


x = tf.ones([1])
net(x)
net(x)
