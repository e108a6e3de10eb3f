# A class with a fixed scope can be instantiated once.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

class Policy(object):
    scope = "policy"

    def __init__(self):
        self.build()

    def build(self):
        with tf.variable_scope(self.scope):
            self.w = tf.get_variable("w", [4, 2])


train, evaluate = Policy(), Policy()
