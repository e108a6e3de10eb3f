# A scope at the root can't start with an underscore.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

class Model(object):
    def _hidden(self, x):
        with tf.variable_scope("_hidden"):
            return x * tf.get_variable("w", [1])


Model()._hidden(tf.ones([1]))
