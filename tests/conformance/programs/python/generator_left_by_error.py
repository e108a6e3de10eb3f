# An error that leaves a loop over a generator closes it, and the scope it holds.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

def scopes():
    with tf.variable_scope("a"):
        yield 1
        yield 2


try:
    for i in scopes():
        raise ValueError("x")
except ValueError:
    pass
tf.get_variable("v", [1])
