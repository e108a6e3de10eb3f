# Two instances with the class name as default name have variables of their own.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

class Encoder(object):
    def __init__(self, scope=None):
        with tf.variable_scope(scope, default_name=type(self).__name__) as self.scope:
            self.w = tf.get_variable("w", [2, 2])

    def __call__(self, x):
        with tf.variable_scope(self.scope, reuse=True):
            return tf.matmul(x, tf.get_variable("w"))


first, second = Encoder(), Encoder()
second(first(tf.ones([1, 2])))
