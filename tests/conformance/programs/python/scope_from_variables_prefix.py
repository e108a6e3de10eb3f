# The same test without the slash takes a variable of net2 for one of net: net/fc/kernel does not exist.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def net(name):
    built = any(v.name.startswith(name) for v in tf.global_variables())
    with tf.variable_scope(name, reuse=built):
        return tf.layers.dense(tf.zeros([2, 3]), 4, name="fc")


net("net2")
net("net")
