# None is no batch size.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

tf.nn.rnn_cell.LSTMCell(3).zero_state(None, tf.float32)
