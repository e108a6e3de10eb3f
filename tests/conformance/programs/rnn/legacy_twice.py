# The same model twice over one scope.
# tensorflow: 1.15
import tensorflow as tf

legacy = tf.contrib.legacy_seq2seq
source = [tf.placeholder(tf.int32, [None]) for _ in range(2)]
for _ in range(2):
    legacy.embedding_rnn_seq2seq(source, source, tf.nn.rnn_cell.GRUCell(6), 20, 30, 5)
