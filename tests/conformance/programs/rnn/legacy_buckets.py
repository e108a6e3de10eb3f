# A model for every bucket, shared from the second bucket on.
# tensorflow: 1.15
import tensorflow as tf

legacy = tf.contrib.legacy_seq2seq
source = [tf.placeholder(tf.int32, [None]) for _ in range(4)]
target = [tf.placeholder(tf.int32, [None]) for _ in range(5)]
weights = [tf.ones([3]) for _ in range(5)]


def seq2seq(encoder, decoder):
    cell = tf.nn.rnn_cell.GRUCell(6)
    return legacy.embedding_attention_seq2seq(encoder, decoder, cell, 20, 30, 5)


outputs, losses = legacy.model_with_buckets(
    source, target, target, weights, [(2, 3), (4, 5)], seq2seq
)
tf.get_variable("counts", [len(outputs), len(losses)])
