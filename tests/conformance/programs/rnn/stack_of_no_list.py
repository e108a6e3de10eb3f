# A stack is given a list.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

tf.nn.rnn_cell.MultiRNNCell(tf.nn.rnn_cell.LSTMCell(3))
