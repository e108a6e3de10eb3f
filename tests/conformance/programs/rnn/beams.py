# A beam search over a trained decoder.
# tensorflow: 1.15
import tensorflow as tf

seq2seq = tf.contrib.seq2seq
table = tf.get_variable("embedding", [20, 5])
cell = tf.nn.rnn_cell.LSTMCell(6)
layer = tf.layers.Dense(20, name="projection")
start = cell.zero_state(4, tf.float32)
helper = seq2seq.TrainingHelper(tf.zeros([4, 3, 5]), tf.fill([4], 3))
seq2seq.dynamic_decode(seq2seq.BasicDecoder(cell, helper, start, layer), scope="decoder")
with tf.variable_scope(tf.get_variable_scope(), reuse=True):
    decoder = seq2seq.BeamSearchDecoder(
        cell, table, tf.fill([4], 1), 2, seq2seq.tile_batch(start, 3), 3, layer
    )
    outputs, _, _ = seq2seq.dynamic_decode(decoder, maximum_iterations=5, scope="decoder")
tf.get_variable("beams", [int(outputs.predicted_ids.shape[2])])
