# embedding_attention_seq2seq's many variables.
# tensorflow: 1.15
import tensorflow as tf

legacy = tf.contrib.legacy_seq2seq
source = [tf.placeholder(tf.int32, [None]) for _ in range(3)]
target = [tf.placeholder(tf.int32, [None]) for _ in range(4)]
cell = tf.nn.rnn_cell.MultiRNNCell([tf.nn.rnn_cell.GRUCell(6) for _ in range(2)])
outputs, state = legacy.embedding_attention_seq2seq(source, target, cell, 20, 30, 5, num_heads=2)
tf.layers.dense(outputs[-1], 2)
tf.layers.dense(state[1], 3)
