# The streaming metrics of contrib: counts, means, rates, curves, areas.
# tensorflow: 1.15
import tensorflow as tf

M = tf.contrib.metrics
p = tf.placeholder(tf.float32, (4, 3))
l = tf.placeholder(tf.float32, (4, 3))
i = tf.placeholder(tf.int64, (4,))
il = tf.placeholder(tf.int64, (4, 1))


def show(n, r):
    for k, x in enumerate(r):
        if isinstance(x, tf.Tensor) and x.shape.is_fully_defined():
            tf.get_variable(n + str(k), [1] + x.shape.as_list())


show("a", M.streaming_true_positives(p, l))
show("b", M.streaming_true_negatives(p, l))
show("c", M.streaming_false_positives(p, l))
show("d", M.streaming_false_negatives(p, l))
show("e", M.streaming_mean(p))
show("f", M.streaming_mean_tensor(p))
show("g", M.streaming_accuracy(p, l))
show("h", M.streaming_precision(p, l))
show("i", M.streaming_recall(p, l))
show("j", M.streaming_false_positive_rate(p, l))
show("k", M.streaming_false_negative_rate(p, l))
show("l", M.streaming_true_positives_at_thresholds(p, l, [0.5, 0.6]))
show("m", M.streaming_curve_points(l, p, num_thresholds=10)[:1])
show("n", M.streaming_auc(p, l))
show("o", M.streaming_dynamic_auc(i, i)[:1])
show("p", M.streaming_specificity_at_sensitivity(p, l, 0.5))
show("q", M.streaming_sensitivity_at_specificity(p, l, 0.5))
show("r", M.streaming_precision_at_thresholds(p, l, [0.1, 0.2]))
show("s", M.streaming_recall_at_thresholds(p, l, [0.1, 0.2]))
show("t", M.streaming_false_positive_rate_at_thresholds(p, l, [0.1, 0.2]))
show("u", M.streaming_false_negative_rate_at_thresholds(p, l, [0.1, 0.2]))
