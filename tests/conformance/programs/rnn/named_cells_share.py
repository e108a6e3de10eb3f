# Cells of one name share where the second is told to.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

x = tf.placeholder(tf.float32, [2, 4])
first = tf.nn.rnn_cell.BasicLSTMCell(3, name="memory")
second = tf.nn.rnn_cell.BasicLSTMCell(3, name="memory", reuse=tf.AUTO_REUSE)
first(x, first.zero_state(2, tf.float32))
second(x, second.zero_state(2, tf.float32))
