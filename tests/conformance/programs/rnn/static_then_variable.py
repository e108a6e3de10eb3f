# static_rnn's own scope reuses; the scope around it does not.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

x = [tf.placeholder(tf.float32, [None, 5]) for _ in range(3)]
with tf.variable_scope("net"):
    outputs, _ = tf.nn.static_rnn(tf.nn.rnn_cell.GRUCell(3), x, dtype=tf.float32)
    tf.get_variable("softmax_w", [3, 2])
