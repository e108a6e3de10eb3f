# rnn_decoder with a loop function that needs variables of its own.
# tensorflow: 1.15
import tensorflow as tf

legacy = tf.contrib.legacy_seq2seq
cell = tf.nn.rnn_cell.BasicLSTMCell(6)
steps = [tf.placeholder(tf.float32, [4, 5]) for _ in range(3)]
with tf.variable_scope("lm"):
    w = tf.get_variable("softmax_w", [6, 20])
    table = tf.get_variable("embedding", [20, 5])


def loop(prev, _):
    return tf.nn.embedding_lookup(table, tf.argmax(tf.matmul(prev, w), 1))


start = cell.zero_state(4, tf.float32)
outputs, _ = legacy.rnn_decoder(steps, start, cell, loop_function=loop, scope="lm")
output = tf.reshape(tf.concat(outputs, 1), [-1, 6])
logits = tf.matmul(output, w)
legacy.sequence_loss_by_example([logits], [tf.zeros([12], tf.int32)], [tf.ones([12])])
legacy.rnn_decoder(steps, start, cell, loop_function=lambda prev, i: tf.layers.dense(prev, 5))
