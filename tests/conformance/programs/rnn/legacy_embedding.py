# embedding_rnn_seq2seq and its tied form.
# tensorflow: 1.15
import tensorflow as tf

legacy = tf.contrib.legacy_seq2seq
source = [tf.placeholder(tf.int32, [None]) for _ in range(3)]
target = [tf.placeholder(tf.int32, [None]) for _ in range(4)]
outputs, state = legacy.embedding_rnn_seq2seq(
    source, target, tf.nn.rnn_cell.LSTMCell(6), 20, 30, 5, feed_previous=True
)
tf.layers.dense(outputs[-1], 2)
tf.layers.dense(state.c, 3)
legacy.embedding_tied_rnn_seq2seq(source, target, tf.nn.rnn_cell.GRUCell(6), 20, 5)
