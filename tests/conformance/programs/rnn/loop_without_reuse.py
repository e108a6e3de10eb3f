# The cell shares by itself, the variable beside it does not.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

x = tf.placeholder(tf.float32, [2, 5, 4])
cell = tf.nn.rnn_cell.GRUCell(3)
state = cell.zero_state(2, tf.float32)
with tf.variable_scope("RNN"):
    for step in range(3):
        output, state = cell(x[:, step, :], state)
        tf.matmul(output, tf.get_variable("softmax_w", [3, 2]))
