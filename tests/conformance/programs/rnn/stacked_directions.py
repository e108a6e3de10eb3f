# A scope for every layer of a bidirectional stack.
# tensorflow: 1.15
import tensorflow as tf

rnn = tf.contrib.rnn
x = tf.placeholder(tf.float32, [None, 7, 5])
cells = [[rnn.GRUCell(n) for n in (3, 4)] for _ in range(2)]
outputs, first, last = rnn.stack_bidirectional_dynamic_rnn(cells[0], cells[1], x, dtype=tf.float32)
tf.layers.dense(outputs, len(first))
steps = tf.unstack(x, axis=1)
cells = [[rnn.BasicLSTMCell(3)] for _ in range(2)]
rnn.stack_bidirectional_rnn(cells[0], cells[1], steps, dtype=tf.float32)
rnn.stack_bidirectional_dynamic_rnn(cells[0], [], x, dtype=tf.float32)
