# What loop_fn emits has the cell's output size, unless its first call says otherwise.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

x = tf.placeholder(tf.float32, [4, 7, 5])
cell = tf.nn.rnn_cell.LSTMCell(3)


def loop_fn(time, output, state, loop_state):
    if output is None:
        state = cell.zero_state(4, tf.float32)
    else:
        output = tf.layers.dense(output, 2, name="emit")
    finished = time >= tf.fill([4], 7)
    return finished, tf.reduce_sum(x, 1), state, output, None


tf.nn.raw_rnn(cell, loop_fn)
