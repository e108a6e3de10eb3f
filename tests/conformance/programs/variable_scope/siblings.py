# Sibling scopes keep the same names apart.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

def layer(x, units):
    w = tf.get_variable("w", [x.shape[1], units], initializer=tf.random_normal_initializer())
    return tf.matmul(x, w)


x = tf.ones([2, 3])
with tf.variable_scope("layer1"):
    h = layer(x, 4)
with tf.variable_scope("layer2"):
    y = layer(h, 5)
