# Classes that inherit a named tuple hold its fields, by name, by number and in a loop.
import collections

import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


class Layer(collections.namedtuple("Layer", ("name", "width", "reuse"))):
    def build(self, x):
        with tf.variable_scope(self.name, reuse=self.reuse):
            return tf.layers.dense(x, self.width, name="fc")


class Named(collections.namedtuple("Named", ["name", "shape"])):
    def __new__(cls, name, shape=None):
        return super(Named, cls).__new__(cls, name, shape or [3])


x = tf.zeros([2, 4])
for layer in (Layer("a", 3, None), Layer("b", width=5, reuse=tf.AUTO_REUSE)):
    layer.build(x)
name, width, _ = Layer("c", 6, False)
tf.get_variable(name, [width, len(Layer("c", 6, False)), Layer("d", 7, None)[1]])
tf.get_variable(Named("plain").name, Named("plain").shape)
graph = tf.get_default_graph()
graph.finalize()
graph._finalized = False
Layer("a", 3, None)._replace(name="e")
Layer("b", 4, True).build(x)
