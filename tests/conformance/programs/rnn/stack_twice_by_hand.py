# A stack that is called step by step shares from the second call on.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

stack = tf.nn.rnn_cell.MultiRNNCell([tf.nn.rnn_cell.BasicLSTMCell(3) for _ in range(2)])
state = stack.zero_state(2, tf.float32)
with tf.variable_scope("net"):
    for _ in range(3):
        output, state = stack(tf.placeholder(tf.float32, [2, 4]), state)
    tf.layers.dense(output, 2)
