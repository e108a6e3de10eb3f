# A helper's embedding may be a function; it is called before the loop and in it.
# tensorflow: 1.15
import tensorflow as tf


def embed(words):
    with tf.variable_scope("table", reuse=tf.AUTO_REUSE):
        return tf.nn.embedding_lookup(tf.get_variable("embedding", [20, 5]), words)


seq2seq = tf.contrib.seq2seq
cell = tf.nn.rnn_cell.GRUCell(6)
helper = seq2seq.GreedyEmbeddingHelper(embed, tf.fill([4], 1), 2)
decoder = seq2seq.BasicDecoder(cell, helper, cell.zero_state(4, tf.float32), tf.layers.Dense(20))
seq2seq.dynamic_decode(decoder)
