# A cell that is built by hand is not built again.
import tensorflow.compat.v1 as tf
tf.disable_v2_behavior()

for width in (3, 4):
    cell = tf.nn.rnn_cell.GRUCell(width)
    cell.build((None, 5))
    cell(tf.zeros([2, 5]), cell.zero_state(2, tf.float32))
shape = tf.TensorShape([7, 6])
lstm = tf.nn.rnn_cell.LSTMCell(2)
lstm.build(shape)
lstm(tf.zeros(shape), lstm.zero_state(7, tf.float32))
