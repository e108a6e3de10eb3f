# Variables before and in the loop have gradients; what the loop doesn't read has none.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

x = tf.placeholder(tf.float32, [None, 7, 5])
inputs = tf.layers.dense(x, 4, name="before")
unused = tf.get_variable("unused", [3])
cell = tf.nn.rnn_cell.MultiRNNCell([tf.nn.rnn_cell.GRUCell(3), tf.nn.rnn_cell.LSTMCell(3)])
outputs, state = tf.nn.dynamic_rnn(cell, inputs, dtype=tf.float32)
loss = tf.reduce_mean(outputs) + tf.reduce_sum(state[0])
tf.train.MomentumOptimizer(0.1, 0.9).minimize(loss)
