# Layers called by their activation take the defaults of fully_connected, and none of their own.
# tensorflow: 1.15
import tensorflow as tf

slim = tf.contrib.slim
x = tf.placeholder(tf.float32, (2, 3))
with slim.arg_scope([slim.fully_connected], normalizer_fn=slim.batch_norm):
    net = slim.linear(x, 4)
    net = tf.contrib.layers.relu(net, 5, scope="r")
    net = slim.fully_connected(net, 3)
    net = tf.contrib.layers.relu6(net, 5, scope="r6", normalizer_fn=None)
    net = tf.contrib.layers.elu(net, 5, activation_fn=None)
with slim.arg_scope([slim.linear], scope="x"):
    pass
