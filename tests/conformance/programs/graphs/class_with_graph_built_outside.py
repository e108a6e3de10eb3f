# A class that owns a graph but builds outside of it.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

class Agent(object):
    def __init__(self):
        self.graph = tf.Graph()
        self.session = tf.Session(graph=self.graph)
        with tf.variable_scope("policy"):
            self.w = tf.get_variable("w", [4, 2])


agents = [Agent() for _ in range(2)]
