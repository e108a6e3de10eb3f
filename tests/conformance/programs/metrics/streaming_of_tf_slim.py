# The metrics of tf_slim.
# tensorflow: 2.21
import tensorflow.compat.v1 as tf
import tf_slim as slim

tf.disable_v2_behavior()

p = tf.placeholder(tf.float32, (4,))
i = tf.placeholder(tf.int64, (4,))
names, updates = slim.metrics.aggregate_metric_map(
    {
        "accuracy": slim.metrics.streaming_accuracy(i, i),
        "mse": slim.metrics.streaming_mean_squared_error(p, p),
        "recall": slim.metrics.streaming_recall(i, i, name="r"),
    }
)
for key in sorted(names):
    tf.get_variable(key, [len(updates)])
for v in tf.local_variables():
    tf.get_variable("l_" + v.op.name.replace("/", "_"), [1])
