# Running means keep a total and a count each, under the name of the metric and the scope around it.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

labels = tf.placeholder(tf.int64, [None])
predictions = tf.placeholder(tf.int64, [None])
values = tf.placeholder(tf.float32, [None, 3])
tf.metrics.mean(values)
tf.metrics.mean(values, name="loss")
with tf.variable_scope("eval"):
    tf.metrics.accuracy(labels, predictions)
    tf.metrics.accuracy(labels, predictions, name="top")
    tf.metrics.accuracy(labels=labels, predictions=predictions)
with tf.name_scope("later"):
    value, update = tf.metrics.mean_squared_error(values, values)
    tf.get_variable("w", [value.shape.ndims + 1])
tf.metrics.root_mean_squared_error(values, values)
tf.metrics.mean_absolute_error(values, values)
tf.metrics.mean_relative_error(values, values, 1.0 + values)
tf.metrics.percentage_below(values, 0.5)
tf.metrics.mean_tensor(tf.zeros([4, 2]))
tf.get_variable("n", [len(tf.local_variables())])
