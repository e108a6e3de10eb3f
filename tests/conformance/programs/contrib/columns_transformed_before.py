# Columns of contrib that are given as keys are not looked up by their names.
# tensorflow: 1.15
import tensorflow as tf

layers = tf.contrib.layers
one = layers.sparse_column_with_keys("one", ["a", "b", "c"])
two = layers.sparse_column_with_keys("two", ["a", "b", "c"])
both = layers.shared_embedding_columns([one, two], dimension=4, combiner="mean")
ids = tf.SparseTensor(indices=[[0, 0], [1, 1]], values=[0, 1], dense_shape=[2, 3])
with tf.variable_scope("net"):
    layers.input_from_feature_columns({both[0]: ids}, [both[0]])
    layers.input_from_feature_columns({"three": ids}, [both[1]])
