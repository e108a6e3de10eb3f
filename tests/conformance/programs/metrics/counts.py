# Metrics that count make one local variable for each threshold list or count.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

labels = tf.placeholder(tf.bool, [None])
scores = tf.placeholder(tf.float32, [None])
classes = tf.placeholder(tf.int64, [None])
tf.metrics.precision(labels, scores > 0.5)
tf.metrics.recall(labels, scores > 0.5, name="found")
tf.metrics.auc(labels, scores)
tf.metrics.auc(labels, scores, num_thresholds=50, name="small")
tf.metrics.precision_at_thresholds(labels, scores, [0.1, 0.5])
tf.metrics.recall_at_thresholds(labels, scores, thresholds=[0.1, 0.5, 0.9])
tf.metrics.mean_iou(classes, classes, num_classes=5)
tf.metrics.mean_per_class_accuracy(classes, classes, 4)
for metric in (
    tf.metrics.true_positives,
    tf.metrics.false_negatives,
    tf.metrics.true_negatives,
    tf.metrics.false_positives,
):
    metric(labels, scores > 0.5)
tf.metrics.true_positives_at_thresholds(labels, scores, [0.5])
with tf.variable_scope("", reuse=True):
    tf.metrics.precision(labels, scores > 0.5)
