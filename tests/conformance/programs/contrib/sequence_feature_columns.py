# Sequences of contrib's columns keep two dimensions before the width.
# tensorflow: 1.15
import tensorflow as tf

layers = tf.contrib.layers
features = {"x": tf.ones([2, 5, 3]), "word": tf.constant([[["a"], ["b"]], [["c"], ["d"]]])}
x = layers.real_valued_column("x", dimension=3)
word = layers.sparse_column_with_vocabulary_file("word", "words.txt", num_oov_buckets=1, vocab_size=8)
y = layers.sequence_input_from_feature_columns(features, [x])
tf.get_variable("y", y.shape)
z = layers.sequence_input_from_feature_columns({"x": tf.ones([2, 5])}, [layers.real_valued_column("x")])
tf.get_variable("z", z.shape)
hashed = layers.sparse_column_with_hash_bucket("word", 6)
layers.sequence_input_from_feature_columns(features, [layers.embedding_column(hashed, 4)], scope="s")
with tf.variable_scope("m"):
    layers.sequence_input_from_feature_columns({"x": tf.ones([2, 2, 3]), "word": features["word"]}, [x, layers.embedding_column(hashed, 4)])
    layers.weighted_sum_from_feature_columns({"x": tf.ones([2, 3])}, [x], 2)
with tf.variable_scope("m"):
    layers.weighted_sum_from_feature_columns({"x": tf.ones([2, 3])}, [x], 2)
