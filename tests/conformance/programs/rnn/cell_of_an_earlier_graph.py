# A cell has its variables in the graph of its first call; a loop of another graph refuses them.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

cell = tf.nn.rnn_cell.GRUCell(3)


def read():
    x = tf.placeholder(tf.float32, [2, 4, 5])
    with tf.variable_scope("reader"):
        return tf.nn.dynamic_rnn(cell, x, dtype=tf.float32)


read()
try:
    with tf.Graph().as_default():
        read()
except ValueError:
    tf.get_variable("refused", [1])
tf.reset_default_graph()
made = tf.nn.rnn_cell.BasicLSTMCell(2)
tf.nn.static_rnn(made, [tf.zeros([2, 4])], dtype=tf.float32)
tf.reset_default_graph()
read()
