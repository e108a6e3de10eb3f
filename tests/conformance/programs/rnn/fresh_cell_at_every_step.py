# A cell made at every step gets variables of its own.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

x = tf.placeholder(tf.float32, [2, 3, 4])
state = tf.zeros([2, 4])
with tf.variable_scope("RNN"):
    for step in range(3):
        _, state = tf.nn.rnn_cell.GRUCell(4)(x[:, step, :], state)
