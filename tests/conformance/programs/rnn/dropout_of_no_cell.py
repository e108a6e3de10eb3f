# What is wrapped must be a cell.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

tf.nn.rnn_cell.DropoutWrapper([tf.nn.rnn_cell.LSTMCell(3)], output_keep_prob=0.5)
