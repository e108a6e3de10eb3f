# Two recurrent networks in the scope that both take by default; a scope for each of them helps.
# tensorflow: 0.12
import tensorflow as tf

question = tf.placeholder(tf.float32, [4, 9, 6])
answer = tf.placeholder(tf.float32, [4, 5, 6])


def read(text, scope=None):
    steps = tf.unpack(text, axis=1)
    outputs, _ = tf.nn.rnn(tf.nn.rnn_cell.BasicLSTMCell(8), steps, dtype=tf.float32, scope=scope)
    return outputs[-1]


right = tf.concat(1, [read(question, "question"), read(answer, "answer")])
wrong = tf.concat(1, [read(question), read(answer)])
