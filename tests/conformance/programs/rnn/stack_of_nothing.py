# A stack has at least one cell.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

tf.nn.rnn_cell.MultiRNNCell([])
