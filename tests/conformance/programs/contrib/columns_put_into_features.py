# A column of contrib puts what it makes of a feature among the features.
# tensorflow: 1.15
import tensorflow as tf

column = tf.contrib.layers.sparse_column_with_integerized_feature("values", 10)
features = {"values": tf.constant([1, 2, 3, 4], tf.int64)}
column.insert_transformed_feature(features)
made = features[column]
tf.get_variable("held", [len(features)])
