# Labels and predictions whose shapes don't go together are refused before any variable is made.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
a, b, c = tf.ones([10, 4]), tf.ones([10, 3]), tf.ones([10])
d, e = tf.ones([10, 1]), tf.ones([10, 4, 1])
for number, other in enumerate(
    (b, c, d, tf.placeholder(tf.float32, [None, 4]), e, tf.ones([9, 4, 1]))
):
    steps = [
        lambda: tf.metrics.mean_iou(a, other, num_classes=2),
        lambda: tf.metrics.accuracy(a, other),
        lambda: tf.metrics.auc(a, other),
        lambda: tf.metrics.precision(a, other),
        lambda: tf.metrics.recall(a, other),
        lambda: tf.metrics.mean_per_class_accuracy(a, other, 2),
        lambda: tf.metrics.mean_absolute_error(a, other),
        lambda: tf.metrics.root_mean_squared_error(a, other),
        lambda: tf.metrics.mean_squared_error(a, other),
        lambda: tf.metrics.precision_at_thresholds(a, other, [0.5]),
        lambda: tf.metrics.sensitivity_at_specificity(a, other, 0.5),
        lambda: tf.metrics.mean_relative_error(a, other, a),
        lambda: tf.metrics.mean_cosine_distance(a, other, 0),
        lambda: tf.metrics.true_positives(a, other),
        lambda: tf.metrics.false_negatives_at_thresholds(a, other, [0.5]),
    ]
    for at, step in enumerate(steps):
        with tf.variable_scope("s_%d_%d" % (number, at)):
            try:
                step()
            except ValueError:
                tf.get_variable("refused", [])
