# A class whose two instances open two scopes makes two sets of variables.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

class Network(object):
    def __init__(self, scope, state):
        with tf.variable_scope(scope):
            self.w = tf.get_variable("w", [4, 2])
            self.out = tf.matmul(state, self.w)


state = tf.placeholder(tf.float32, [None, 4])
actor, critic = Network("actor", state), Network("critic", state)
