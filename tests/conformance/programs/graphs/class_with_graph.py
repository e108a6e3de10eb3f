# A class that owns a graph can be instantiated many times.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

class Agent(object):
    def __init__(self):
        self.graph = tf.Graph()
        with self.graph.as_default():
            with tf.variable_scope("policy"):
                self.w = tf.get_variable("w", [4, 2])


agents = [Agent() for _ in range(2)]
