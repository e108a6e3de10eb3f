# What holds tensors can't be copied deeply: a cell and a layer only before they are built.
import copy

import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def copied(what):
    try:
        copy.deepcopy(what)
        return "fine"
    except TypeError:
        return "refused"


class Model(object):
    def __init__(self, weights):
        self.weights = weights


class Scaled(tf.layers.Layer):
    def __init__(self, what):
        super(Scaled, self).__init__(name="scaled")
        self.what = what


x = tf.zeros([2, 4, 5])
cell = tf.nn.rnn_cell.BasicLSTMCell(3)
tf.nn.dynamic_rnn(copy.deepcopy(cell), x, dtype=tf.float32, scope="copy")
tf.get_variable("before_" + copied(cell), [1])
tf.nn.dynamic_rnn(cell, x, dtype=tf.float32)
tf.get_variable("cell_" + copied([cell]), [1])
dense = tf.layers.Dense(3, name="fc")
copy.deepcopy(dense)(x)
tf.get_variable("layer_" + copied(dense), [1])
v = tf.get_variable("v", [2])
tf.get_variable("object_" + copied(Model(v)), [1])
tf.get_variable("shape_" + copied({"shape": v.shape}), [1])
tf.get_variable("tensor_" + copied(Scaled([x])), [1])
tf.get_variable("variable_" + copied(Scaled(v)), [1])
dense(x)
tf.get_variable("built_" + copied(dense), [1])
copy.deepcopy({"v": v})
