# A cell is called step by step: from the second step on the scope has to reuse.
# tensorflow: 0.12
import tensorflow as tf

x = tf.placeholder(tf.float32, [4, 3, 6])
cell = tf.nn.rnn_cell.BasicLSTMCell(8, state_is_tuple=True)


def unrolled(scope_name, reuses):
    outputs, state = [], cell.zero_state(4, tf.float32)
    with tf.variable_scope(scope_name):
        for step in range(3):
            if step > 0 and reuses:
                tf.get_variable_scope().reuse_variables()
            output, state = cell(x[:, step, :], state)
            outputs.append(output)
    return tf.reshape(tf.concat(1, outputs), [-1, 8])


unrolled("fixed", True)
unrolled("RNN", False)
