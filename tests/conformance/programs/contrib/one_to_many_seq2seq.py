# One encoder and a decoder for every task, each in a scope by its task's name.
# tensorflow: 1.15
import collections

import tensorflow as tf

seq2seq, rnn = tf.contrib.legacy_seq2seq, tf.nn.rnn_cell
words = [tf.zeros([2], tf.int32) for _ in range(2)]


def run(feed_previous, **more):
    inputs = collections.OrderedDict([("a", words), ("b", words + words)])
    cells = {"a": rnn.BasicLSTMCell(3), "b": rnn.BasicLSTMCell(3)}
    return seq2seq.one2many_rnn_seq2seq(words, inputs, rnn.BasicLSTMCell(3), cells, 5, {"a": 4, "b": 6}, 2, feed_previous=feed_previous, **more)


with tf.variable_scope("first"):
    outputs, states = run(False)
    tf.get_variable("a", [len(outputs["a"]), outputs["a"][0].shape[1]])
    tf.get_variable("b", [len(outputs["b"]), outputs["b"][0].shape[1]])
    tf.get_variable("state", states["b"].c.shape)
with tf.variable_scope("second"):
    outputs, states = run(tf.placeholder(tf.bool, []), scope="named")
    tf.get_variable("b", [len(outputs["b"]), len(states["a"])])
with tf.variable_scope("first", reuse=True):
    run(True)
try:
    seq2seq.one2many_rnn_seq2seq(words, {"a": words}, rnn.GRUCell(3), {}, 5, {}, 2)
except ValueError:
    tf.get_variable("refused_keys", [1])
with tf.variable_scope("first"):
    run(True)
