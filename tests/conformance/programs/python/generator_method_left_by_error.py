# A refused request leaves a loop over a generator.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

class A:
    def scopes(self):
        with tf.variable_scope("a"):
            yield 1
            yield 2


a = A()
with tf.variable_scope("o"):
    try:
        for i in a.scopes():
            tf.get_variable("v", [1])
            tf.get_variable("v", [1])
    except ValueError:
        tf.get_variable("u", [1])
tf.get_variable("w", [1])
