# Fused cells take whole sequences: a block of its own, or a cell in an adaptor, forwards or in reverse.
# tensorflow: 1.15
import tensorflow as tf

rnn = tf.contrib.rnn
x = tf.placeholder(tf.float32, [5, 2, 4])
cell = rnn.LSTMBlockFusedCell(3)
outputs, state = cell(x, dtype=tf.float32)
again, _ = cell(x, initial_state=state, sequence_length=[4, 3])
tf.get_variable("outputs", outputs.shape)
tf.get_variable("state", state.c.shape)
rnn.LSTMBlockFusedCell(3, use_peephole=True, name="mine")(x, dtype=tf.float32)
rnn.LSTMBlockFusedCell(3)(x, dtype=tf.float32)
tf.get_variable("units", [cell.num_units, len(cell.variables)])
adaptor = rnn.FusedRNNCellAdaptor(rnn.BasicLSTMCell(3))
with tf.variable_scope("fw"):
    fw, _ = adaptor(x, dtype=tf.float32)
    tf.get_variable("fw", fw.shape)
with tf.variable_scope("bw"):
    bw, last = rnn.TimeReversedFusedRNN(rnn.FusedRNNCellAdaptor(rnn.GRUCell(3), use_dynamic_rnn=True))(x, dtype=tf.float32, sequence_length=[5, 4])
    tf.get_variable("bw", bw.shape)
    tf.get_variable("last", last.shape)
with tf.variable_scope("list"):
    reverse = rnn.TimeReversedFusedRNN(adaptor)
    listed, _ = reverse([x[0], x[1], x[2]], dtype=tf.float32)
    tf.get_variable("listed", [len(listed)])
    reverse([x[0], x[1]], dtype=tf.float32)
for number, inputs in enumerate(([x[0], x[1]], [x], [x[0], x[1], x[2]], [x[0]])):
    try:
        rnn.LSTMBlockFusedCell(3, name="list")(inputs, dtype=tf.float32)
    except (ValueError, AttributeError):
        tf.get_variable("refused_" + str(number), [1])
try:
    rnn.LSTMBlockFusedCell(3)(x)
except ValueError:
    tf.get_variable("refused_dtype", [1])
try:
    rnn.LSTMBlockFusedCell(3)(x[0], dtype=tf.float32)
except ValueError:
    tf.get_variable("refused_rank", [1])
with tf.variable_scope("fw", reuse=True):
    rnn.FusedRNNCellAdaptor(rnn.BasicLSTMCell(3))(x, dtype=tf.float32)
with tf.variable_scope("fw"):
    rnn.FusedRNNCellAdaptor(rnn.BasicLSTMCell(3))(x, dtype=tf.float32)
