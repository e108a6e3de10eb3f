# Keras's name of the argument is not understood.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

tf.nn.rnn_cell.LSTMCell(3, units=3)
