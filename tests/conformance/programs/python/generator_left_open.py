# An error within a loop over a generator is nobody's.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

def scopes():
    with tf.variable_scope("a"):
        yield 1
        yield 2


for i in scopes():
    tf.get_variable("v", [1])
    tf.get_variable("v", [1])
