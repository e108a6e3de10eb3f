# GLSTMCell keeps a kernel for every group, PhasedLSTMCell an oscillation for every unit.
# tensorflow: 1.15
import tensorflow as tf

rnn = tf.contrib.rnn
x = tf.placeholder(tf.float32, [2, 5, 8])
cell = rnn.GLSTMCell(6, number_of_groups=2)
outputs, state = tf.nn.dynamic_rnn(cell, x, dtype=tf.float32)
tf.get_variable("outputs", outputs.shape)
tf.get_variable("c", state.c.shape)
step = rnn.GLSTMCell(8, num_proj=4, number_of_groups=4, initializer=tf.zeros_initializer())
zero = step.zero_state(2, tf.float32)
out, new = step(x[:, 0], zero)
step(x[:, 1], new)
tf.get_variable("out", out.shape)
tf.get_variable("count", [len(step.variables)])
with tf.variable_scope("p"):
    times = tf.placeholder(tf.float32, [2, 5, 1])
    phased = rnn.PhasedLSTMCell(3, use_peepholes=True)
    out, new = tf.nn.dynamic_rnn(phased, (times, x), dtype=tf.float32)
    tf.get_variable("out", out.shape)
    plain = rnn.PhasedLSTMCell(3, trainable_ratio_on=False)
    a, s = plain((times[:, 0], x[:, 0]), plain.zero_state(2, tf.float32))
    plain((times[:, 1], x[:, 1]), s)
for groups, units in ((4, 6), (3, 6)):
    try:
        other = rnn.GLSTMCell(units, number_of_groups=groups)
        other(x[:, 0], other.zero_state(2, tf.float32))
    except ValueError:
        tf.get_variable("refused_%d" % groups, [1])
with tf.variable_scope("p", reuse=tf.AUTO_REUSE):
    tf.nn.dynamic_rnn(rnn.PhasedLSTMCell(3, use_peepholes=True), (times, x), dtype=tf.float32)
tf.nn.dynamic_rnn(rnn.GLSTMCell(6, number_of_groups=2), x, dtype=tf.float32)
