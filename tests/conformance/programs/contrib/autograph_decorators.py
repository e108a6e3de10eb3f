# What AutoGraph makes of a function makes the same variables, in the scope of the call.
# tensorflow: 1.15
import tensorflow as tf

autograph = tf.contrib.autograph


@autograph.convert()
def weight(name):
    return tf.get_variable(name, [2])


@autograph.do_not_convert
def bias(name):
    return tf.get_variable(name, [1])


def scaled(x):
    return x * tf.get_variable("scale", [2])


with tf.variable_scope("a"):
    weight("w")
    bias("b")
    tf.autograph.to_graph(scaled)(tf.ones([2]))
x = tf.contrib.distributions.percentile(tf.ones([4]), 50.0)
tf.get_variable("after", [3])
with tf.variable_scope("a", reuse=True):
    weight("w")
with tf.variable_scope("a"):
    bias("b")
