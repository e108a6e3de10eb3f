# The last state of an unrolled loop reads every step.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

x = [tf.layers.dense(tf.placeholder(tf.float32, [None, 5]), 4, name="in_%d" % i) for i in range(6)]
outputs, state = tf.nn.static_rnn(tf.nn.rnn_cell.GRUCell(3), x, dtype=tf.float32)
tf.train.MomentumOptimizer(0.1, 0.9).minimize(tf.reduce_sum(state))
