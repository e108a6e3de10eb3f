# tensorflow: 1.15
# A conditional random field: its transitions are made once, given, shared, or refused.
import tensorflow as tf

scores = tf.placeholder(tf.float32, [None, 7, 5])
tags = tf.placeholder(tf.int32, [None, 7])
lengths = tf.placeholder(tf.int32, [None])


def loss(scores):
    likelihood, transitions = tf.contrib.crf.crf_log_likelihood(scores, tags, lengths)
    return tf.reduce_mean(-likelihood), transitions


with tf.variable_scope("field"):
    first, transitions = loss(scores)
best, score = tf.contrib.crf.crf_decode(scores, transitions, lengths)
tf.layers.dense(tf.cast(best, tf.float32), 2)
tf.contrib.crf.crf_log_likelihood(scores, tags, lengths, transition_params=transitions)
with tf.variable_scope("field", reuse=True):
    again, shared = loss(scores)
assert shared is transitions
tf.train.AdamOptimizer().minimize(first)
with tf.variable_scope("field"):
    loss(scores)
