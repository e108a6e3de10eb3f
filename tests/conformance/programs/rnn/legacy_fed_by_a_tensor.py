# Both decoders are built where a tensor decides; the second one reuses.
# tensorflow: 1.15
import tensorflow as tf

legacy = tf.contrib.legacy_seq2seq
source = [tf.placeholder(tf.int32, [None]) for _ in range(3)]
target = [tf.placeholder(tf.int32, [None]) for _ in range(4)]
fed = tf.placeholder(tf.bool, [])
cell = tf.nn.rnn_cell.LSTMCell(6)
outputs, state = legacy.embedding_attention_seq2seq(
    source, target, cell, 20, 30, 5, feed_previous=fed, initial_state_attention=True
)
tf.layers.dense(state.h, 3)
with tf.variable_scope("again"):
    cell = tf.nn.rnn_cell.LSTMCell(6)
    legacy.embedding_rnn_seq2seq(source, target, cell, 20, 30, 5, feed_previous=fed)
