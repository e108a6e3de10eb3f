# A beam search that makes the variables.
# tensorflow: 1.15
import tensorflow as tf

seq2seq = tf.contrib.seq2seq
table = tf.get_variable("embedding", [20, 5])
memory = seq2seq.tile_batch(tf.placeholder(tf.float32, [4, 9, 8]), multiplier=3)
attention = seq2seq.LuongAttention(6, memory)
cell = seq2seq.AttentionWrapper(tf.nn.rnn_cell.LSTMCell(6), attention, attention_layer_size=6)
start = cell.zero_state(12, tf.float32)
decoder = seq2seq.BeamSearchDecoder(cell, table, tf.fill([4], 1), 2, start, 3, tf.layers.Dense(20))
seq2seq.dynamic_decode(decoder, maximum_iterations=5)
