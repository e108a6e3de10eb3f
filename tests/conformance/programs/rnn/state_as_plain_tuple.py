# A plain tuple is not an LSTMStateTuple for a loop.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

x = tf.placeholder(tf.float32, [4, 7, 5])
state = (tf.zeros([4, 3]), tf.zeros([4, 3]))
tf.nn.dynamic_rnn(tf.nn.rnn_cell.LSTMCell(3), x, initial_state=state)
