# A translator for training and one that is fed its own words: the second one has to reuse.
# tensorflow: 0.12
import tensorflow as tf

words = [tf.placeholder(tf.int32, [4]) for _ in range(3)]
cell = tf.nn.rnn_cell.GRUCell(6)


def translate(feed_previous):
    outputs, _ = tf.nn.seq2seq.embedding_attention_seq2seq(
        words, words, cell, 11, 12, 7, feed_previous=feed_previous
    )
    return tf.pack(outputs)


with tf.variable_scope("fixed"):
    translate(False)
with tf.variable_scope("fixed", reuse=True):
    translate(True)
with tf.variable_scope("model"):
    train = translate(False)
    test = translate(True)
