# The projection is asked for in the scope that the loop has left in reuse mode.
# tensorflow: 0.12
import tensorflow as tf

steps = tf.unpack(tf.placeholder(tf.float32, [3, 4, 6]))
cell = tf.nn.rnn_cell.GRUCell(8)


def decode(inside):
    state = cell.zero_state(4, tf.float32)
    with tf.variable_scope("decoder") as scope:
        for i, step in enumerate(steps):
            if i > 0:
                scope.reuse_variables()
            output, state = cell(step, state)
        if inside:
            softmax = tf.get_variable("softmax_w", [8, 20])
    if not inside:
        softmax = tf.get_variable("softmax_w", [8, 20])
    return tf.matmul(output, softmax)


with tf.variable_scope("fixed"):
    decode(False)
decode(True)
