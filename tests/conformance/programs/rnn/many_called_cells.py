# The cells of contrib that ask for variables while they are called.
# tensorflow: 1.15
import tensorflow as tf

rnn = tf.contrib.rnn
x = tf.placeholder(tf.float32, [2, 6])
cells = [
    rnn.LayerNormBasicLSTMCell(3),
    rnn.LayerNormBasicLSTMCell(3, layer_norm=False),
    rnn.CoupledInputForgetGateLSTMCell(4, use_peepholes=True, num_proj=3, layer_norm=True),
    rnn.TimeFreqLSTMCell(3, feature_size=2, frequency_skip=6, use_peepholes=True),
    rnn.UGRNNCell(3),
    rnn.IntersectionRNNCell(3, num_in_proj=3),
    rnn.IntersectionRNNCell(6),
]
for cell in cells:
    cell(x, cell.zero_state(2, tf.float32))
    cell(x, cell.zero_state(2, tf.float32))
