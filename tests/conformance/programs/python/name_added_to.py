# To add to a name is to bind it.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

def f():
    with tf.variable_scope("a"):
        n += 1
        tf.get_variable("v", [n])


n = 1
f()
