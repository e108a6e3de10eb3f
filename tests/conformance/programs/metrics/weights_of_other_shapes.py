# Metrics refuse weights that don't go with the values, some of them once their variables are made.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
metrics = tf.metrics


def of(*sizes):
    return tf.placeholder(tf.float32, sizes)


TRIED = [
    lambda: metrics.mean(of(3), weights=of(4)),
    lambda: metrics.mean(of(3, 2), weights=of(3)),
    lambda: metrics.mean(of(3, 2), weights=of(3, 2, 1)),
    lambda: metrics.mean(of(3, 2), weights=of(3, 2, 2)),
    lambda: metrics.mean(None),
    lambda: metrics.accuracy(of(3), of(3), weights=of(4)),
    lambda: metrics.accuracy(of(3, 1), of(3), weights=of(3, 1)),
    lambda: metrics.accuracy(of(None), of(None), weights=of(None)),
    lambda: metrics.mean_cosine_distance(of(3, 2), of(3, 2), 1, weights=of(3, 2)),
    lambda: metrics.root_mean_squared_error(of(3), of(3), weights=of(2)),
    lambda: metrics.recall(of(3), of(3, 2)),
    lambda: metrics.auc(of(3), of(3), weights=of(4)),
    lambda: metrics.auc(of(3), of(3), curve="other"),
    lambda: metrics.recall_at_thresholds(of(3, 2), of(3, 2), [0.5], weights=of(2)),
    lambda: metrics.sensitivity_at_specificity(of(3), of(3), 2.0),
]
for number, build in enumerate(TRIED):
    try:
        build()
    except ValueError:
        tf.get_variable("refused_%d" % number, [1])
metrics.percentage_below(of(3), 1, weights=of(4))
