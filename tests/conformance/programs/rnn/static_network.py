# static_rnn takes a list of steps.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

x = tf.placeholder(tf.float32, [None, 7, 5])
steps = tf.unstack(x, 7, 1)
outputs, state = tf.nn.static_rnn(tf.nn.rnn_cell.BasicLSTMCell(3), steps, dtype=tf.float32)
tf.layers.dense(outputs[-1], len(outputs))
tf.layers.dense(state.h, 2)
