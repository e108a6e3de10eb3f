# The loop ran at the root, which now reuses for ever.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

x = tf.placeholder(tf.float32, [2, 5, 4])
cell = tf.nn.rnn_cell.BasicLSTMCell(3)
state = cell.zero_state(2, tf.float32)
for step in range(5):
    if step > 0:
        tf.get_variable_scope().reuse_variables()
    output, state = cell(x[:, step, :], state)
tf.get_variable("softmax_w", [3, 2])
