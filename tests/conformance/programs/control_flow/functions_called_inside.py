# Functions of the program that TensorFlow calls: where their variables are named.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
count = []


def probe(y, *args, **kwargs):
    count.append(0)
    shift = tf.get_variable("asked_%d" % len(count), [])
    tf.Variable(0.0, name="plain_%d" % len(count))
    return y + shift


x = tf.ones([2, 4])
sequence = tf.ones([2, 3, 4])
with tf.variable_scope("s"):
    tf.vectorized_map(probe, x)
    tf.nn.static_rnn(tf.nn.rnn_cell.BasicLSTMCell(4, activation=probe), [x], dtype=tf.float32)
    tf.nn.dynamic_rnn(tf.nn.rnn_cell.LSTMCell(4, activation=probe), sequence, dtype=tf.float32)
    tf.nn.dynamic_rnn(tf.nn.rnn_cell.GRUCell(4, activation=probe), sequence, dtype=tf.float32)
    with tf.variable_scope("handles", use_resource=True):
        tf.custom_gradient(lambda y: (tf.get_variable("u", []) * y, lambda dy: dy))
tf.custom_gradient(lambda y: (probe(y), lambda dy: dy))(x)
