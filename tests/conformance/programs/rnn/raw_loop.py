# raw_rnn calls loop_fn before the loop and in it.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

x = tf.placeholder(tf.float32, [4, 7, 5])
cell = tf.nn.rnn_cell.LSTMCell(3)


def loop_fn(time, output, state, loop_state):
    if output is None:
        state = cell.zero_state(4, tf.float32)
        output = tf.zeros([2])
    else:
        output = tf.layers.dense(output, 2, name="emit")
    finished = time >= tf.fill([4], 7)
    return finished, tf.reduce_sum(x, 1), state, output, None


outputs, state, last = tf.nn.raw_rnn(cell, loop_fn)
tf.layers.dense(state.h, 6)
tf.layers.dense(outputs.stack(), 1, name="of_outputs")
tf.get_variable("nothing", [2 if last is None else 1])
