# Cells whose steps have several tensors: in a tuple, a named one or a dict; a list holds an input and its states.
import collections

import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
Two = collections.namedtuple("Two", "a b")


class Cell(tf.keras.layers.Layer):
    state_size = 3
    output_size = 3

    def build(self, shapes):
        shapes = tf.nest.flatten(shapes)
        self.w = self.add_weight(name="w", shape=(shapes[1], 3))
        self.v = self.add_weight(name="v", shape=(shapes[-1], 3))

    def call(self, inputs, states):
        parts = tf.nest.flatten(inputs)
        total = tf.matmul(parts[0], self.w) + tf.matmul(parts[-1], self.v) + states[0]
        return total, [total]


x, y, state = tf.keras.Input((5, 3)), tf.keras.Input((5, 4)), tf.keras.Input((3,))
both = tf.keras.layers.RNN(Cell())((x, y))
named = tf.keras.layers.RNN(Cell(), return_sequences=True)(Two(x, y))
by_name = tf.keras.layers.RNN(Cell())({"a": x, "b": y})
begun = tf.keras.layers.RNN(Cell())([y, state])
tf.layers.dense(tf.concat([both, named[:, 0], by_name, begun], 1), 1)
