# LSTMStateTuple made by hand.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

x = tf.placeholder(tf.float32, [4, 7, 5])
state = tf.nn.rnn_cell.LSTMStateTuple(tf.zeros([4, 3]), h=tf.zeros([4, 3]))
outputs, state = tf.nn.dynamic_rnn(tf.nn.rnn_cell.LSTMCell(3), x, initial_state=state)
tf.get_variable("w", [int(state.h.shape[1]), int(outputs.shape[1])])
