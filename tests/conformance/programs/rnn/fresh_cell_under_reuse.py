# A cell made at every step looks for numbered variables when the scope reuses.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

x = tf.placeholder(tf.float32, [2, 3, 4])
state = tf.zeros([2, 4])
with tf.variable_scope("RNN") as scope:
    for step in range(3):
        if step:
            scope.reuse_variables()
        _, state = tf.nn.rnn_cell.GRUCell(4)(x[:, step, :], state)
