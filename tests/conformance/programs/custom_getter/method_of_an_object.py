# A getter may be a method that collects what it hands out.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

class Collector(object):
    def __init__(self):
        self.variables = []

    def get(self, getter, *args, **kwargs):
        variable = getter(*args, **kwargs)
        self.variables.append(variable)
        return variable


collector = Collector()
for _ in range(2):
    with tf.variable_scope("net", reuse=tf.AUTO_REUSE, custom_getter=collector.get):
        tf.get_variable("w", [1])
assert collector.variables[0] is collector.variables[1]
