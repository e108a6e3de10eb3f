# tensorflow: 1.15
# The number of tags must be known where the transitions are made.
import tensorflow as tf

scores = tf.placeholder(tf.float32, [None, 7, None])
tags = tf.placeholder(tf.int32, [None, 7])
tf.contrib.crf.crf_log_likelihood(scores, tags, tf.constant([7, 7]))
