# Columns by the name of their module, and features whose batch isn't known.
import tensorflow.compat.v1 as tf
from tensorflow.python.feature_column import feature_column_v2 as fc

tf.disable_v2_behavior()
features = {"x": tf.placeholder(tf.float32, [None, 3]), "y": tf.placeholder(tf.float32, [8, 1]), "s": tf.sparse_placeholder(tf.string)}
x, y = fc.numeric_column("x", (3,)), fc.numeric_column("y")
word = fc.categorical_column_with_hash_bucket("s", hash_bucket_size=11)
both = tf.feature_column.input_layer(features, [x, y, fc.embedding_column(word, 4)])
tf.get_variable("both", both.shape)
one = tf.feature_column.input_layer(features, (x, fc.indicator_column(word)))
tf.get_variable("one", [1 if d is None else d for d in one.shape.as_list()])
sums = tf.feature_column.linear_model(features, [y, fc.bucketized_column(y, (0.0,)), word], units=2)
tf.get_variable("sums", [1 if d is None else d for d in sums.shape.as_list()])
