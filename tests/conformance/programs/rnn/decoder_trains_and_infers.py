# One cell and one output layer for training and inference.
# tensorflow: 1.15
import tensorflow as tf

seq2seq = tf.contrib.seq2seq
table = tf.get_variable("embedding", [20, 5])
words = tf.placeholder(tf.int32, [4, 7])
cell = tf.nn.rnn_cell.GRUCell(6)
projection = tf.layers.Dense(20, use_bias=False, name="projection")
start = cell.zero_state(4, tf.float32)
with tf.variable_scope("decode"):
    helper = seq2seq.TrainingHelper(tf.nn.embedding_lookup(table, words), [7] * 4)
    decoder = seq2seq.BasicDecoder(cell, helper, start, projection)
    seq2seq.dynamic_decode(decoder)
with tf.variable_scope("decode", reuse=True):
    helper = seq2seq.GreedyEmbeddingHelper(table, tf.fill([4], 1), 2)
    decoder = seq2seq.BasicDecoder(cell, helper, start, projection)
    outputs, _, _ = seq2seq.dynamic_decode(decoder, maximum_iterations=9)
tf.layers.dense(outputs.rnn_output, 2)
