# Metrics of the best predictions and of points of a curve: what they keep, and under which names.
# tensorflow: 1.15
import tensorflow as tf
from tensorflow.python.ops import metrics

labels = tf.constant([[1], [2]], tf.int64)
scores = tf.constant([[0.1, 0.5, 0.2, 0.1], [0.3, 0.1, 0.4, 0.2]])
best = tf.constant([[1, 2], [2, 0]], tf.int64)
binary = tf.constant([0.0, 1.0])
guessed = tf.constant([0.2, 0.7])

metrics.precision_at_k(labels, scores, 2)
tf.metrics.precision_at_k(labels, scores, 2, class_id=1)
tf.metrics.sparse_precision_at_k(labels, scores, k=2)
tf.metrics.recall_at_k(labels, scores, 1, name="hits")
with tf.variable_scope("eval"):
    tf.metrics.recall_at_k(labels, scores, 1)
    tf.metrics.recall_at_top_k(labels, best)
tf.metrics.precision_at_top_k(labels, best, 2, 1)
tf.metrics.average_precision_at_k(labels, scores, 2)
tf.metrics.average_precision_at_k(labels, scores, 2)
tf.metrics.mean_cosine_distance(tf.ones([2, 3]), tf.ones([2, 3]), 1)
tf.metrics.sensitivity_at_specificity(binary, guessed, 0.7)
tf.metrics.specificity_at_sensitivity(binary, guessed, 0.7, None, 20, name="at")
tf.metrics.auc(binary, guessed, None, 10)
value, update = tf.metrics.precision_at_k(labels, scores, 2, name="last")
tf.Variable(value)
for one in tf.get_collection(tf.GraphKeys.METRIC_VARIABLES)[:2]:
    tf.Variable(0.0, name="of_" + one.op.name.replace("/", "_"))
