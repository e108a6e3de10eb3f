# A fresh cell and layer for inference find the trained ones by name.
# tensorflow: 1.15
import tensorflow as tf


def decode(helper, reuse):
    with tf.variable_scope("decode", reuse=reuse):
        cell = tf.nn.rnn_cell.GRUCell(6)
        layer = tf.layers.Dense(20, name="projection")
        start = cell.zero_state(4, tf.float32)
        decoder = tf.contrib.seq2seq.BasicDecoder(cell, helper, start, layer)
        return tf.contrib.seq2seq.dynamic_decode(decoder, maximum_iterations=9)[0]


table = tf.get_variable("embedding", [20, 5])
inputs = tf.placeholder(tf.float32, [4, 7, 5])
decode(tf.contrib.seq2seq.TrainingHelper(inputs, tf.fill([4], 7)), None)
decode(tf.contrib.seq2seq.GreedyEmbeddingHelper(table, tf.fill([4], 1), 2), True)
