# reuse_variables() on the root holds for everything that comes later.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

def net(x):
    with tf.variable_scope("a"):
        return x * tf.get_variable("w", [1])


x = tf.ones([1])
net(x)
tf.get_variable_scope().reuse_variables()
net(x)
with tf.variable_scope("b"):
    tf.get_variable("w", [1])
