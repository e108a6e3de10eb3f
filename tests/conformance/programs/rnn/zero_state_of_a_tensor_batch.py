# The batch may be a tensor; the state's static shape lacks it then.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

x = tf.placeholder(tf.float32, [None, 7, 5])
cell = tf.nn.rnn_cell.LSTMCell(3)
state = cell.zero_state(tf.shape(x)[0], tf.float32)
outputs, state = tf.nn.dynamic_rnn(cell, x, initial_state=state)
tf.layers.dense(tf.reshape(outputs, [-1, 21]), 2)
