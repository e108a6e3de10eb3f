# state_is_tuple=False does not go with cells whose state is a tuple.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

tf.nn.rnn_cell.MultiRNNCell([tf.nn.rnn_cell.LSTMCell(3)], state_is_tuple=False)
