# A cell asks for its variables at every call, in a scope of its class's name or the one given.
# tensorflow: 0.12
import tensorflow as tf

cells = tf.nn.rnn_cell
x = tf.mul(tf.placeholder(tf.float32, [3, 4]), 2.0)


def one_step(place, cell, inputs=x, **given):
    with tf.variable_scope(place):
        return cell(inputs, cell.zero_state(3, tf.float32), **given)


one_step("rnn", cells.BasicRNNCell(5))
one_step("gru", cells.GRUCell(5))
one_step("basic", cells.BasicLSTMCell(5))
one_step("whole", cells.BasicLSTMCell(5, state_is_tuple=False))
one_step("lstm", cells.LSTMCell(5, use_peepholes=True, num_proj=2, initializer=tf.ones_initializer()))
one_step("shards", cells.LSTMCell(5, num_unit_shards=2, num_proj=3, num_proj_shards=2))
one_step("given", cells.GRUCell(5), scope="mine")
lstm = cells.BasicLSTMCell(5)
one_step("stack", cells.MultiRNNCell([lstm] * 2))
one_step("other", cells.MultiRNNCell([lstm, cells.GRUCell(2)]))
one_step("flat", cells.MultiRNNCell([cells.GRUCell(5), cells.GRUCell(2)], state_is_tuple=False))
one_step("dropped", cells.DropoutWrapper(lstm, output_keep_prob=0.5))
one_step("dropped_in", cells.DropoutWrapper(cells.GRUCell(3), 0.5), scope="mine")
one_step("into", cells.InputProjectionWrapper(cells.GRUCell(3), 7))
one_step("out_of", cells.OutputProjectionWrapper(cells.GRUCell(3), 7), scope="mine")
words = tf.placeholder(tf.int32, [3])
one_step("words", cells.EmbeddingWrapper(cells.GRUCell(3), 11, 6), words)
with tf.variable_scope("linear"):
    cells._linear([x, tf.zeros([3, 2])], 5, True)
    cells._linear(x, 5, False, scope="named")
with tf.variable_scope("gru", reuse=True):
    fresh = cells.GRUCell(5)
    fresh(x, tf.zeros([3, 5]))
with tf.variable_scope("basic"):
    lstm(x, lstm.zero_state(3, tf.float32))
