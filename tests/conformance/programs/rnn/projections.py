# Projections of inputs and outputs, and an embedding, around a cell.
# tensorflow: 1.15
import tensorflow as tf

rnn = tf.contrib.rnn
cell = rnn.InputProjectionWrapper(rnn.OutputProjectionWrapper(rnn.GRUCell(4), 2), 5)
outputs, _ = tf.nn.dynamic_rnn(cell, tf.placeholder(tf.float32, [None, 7, 3]), dtype=tf.float32)
tf.layers.dense(outputs, 6)
words = rnn.EmbeddingWrapper(rnn.LSTMCell(4), 20, 8)
ids = [tf.placeholder(tf.int32, [None]) for _ in range(3)]
rnn.static_rnn(words, ids, dtype=tf.float32)
rnn.OutputProjectionWrapper(rnn.GRUCell(4), 0)
