# The flag is set on one network and not on the other, whose second call finds that critic/w already exists.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


class Network:
    reuse = False

    def __init__(self, name):
        self.name = name

    def __call__(self):
        with tf.variable_scope(self.name, reuse=self.reuse):
            return tf.get_variable("w", [1])


actor, critic = Network("actor"), Network("critic")
actor()
actor.reuse = True
actor()
critic()
critic()
