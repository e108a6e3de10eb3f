# A second text classifier for validation, without reuse: the get_variable called W already exists.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def text_cnn(ids):
    with tf.name_scope("embedding"):
        table = tf.Variable(tf.zeros([30, 8]), name="table")
        vectors = tf.nn.embedding_lookup(table, ids)
    pooled = [tf.reduce_max(tf.layers.conv1d(vectors, 4, window), 1) for window in (2, 3)]
    with tf.name_scope("output"):
        features = tf.concat(pooled, 1)
        W = tf.get_variable("W", [features.get_shape()[1], 3])
        return tf.matmul(features, W)


train_scores = text_cnn(tf.placeholder(tf.int32, [None, 20]))
valid_scores = text_cnn(tf.placeholder(tf.int32, [None, 20]))
