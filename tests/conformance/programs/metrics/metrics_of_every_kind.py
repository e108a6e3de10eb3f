# Metrics: their variables, and what they give.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def P(*sizes):
    return tf.placeholder(tf.float32, sizes)


def I(*sizes):
    return tf.placeholder(tf.int32, sizes)


def held(make, named=True):
    with tf.Graph().as_default():
        made = make()
        sizes = [101, 101, 101]
        if made.shape.ndims is not None:
            sizes = [100 if size is None else size for size in made.shape.as_list()]
        name = made.op.name if named else "v"
        with tf.variable_scope("held"):
            tf.get_variable(name, sizes, made.dtype.base_dtype, tf.zeros_initializer())


def sized(make):
    held(make, named=False)


held(lambda: tf.metrics.mean(P(2))[0])
held(lambda: tf.metrics.mean(P(2), name="m")[1])
held(lambda: tf.metrics.mean_tensor(P(2, 3))[0])
held(lambda: tf.metrics.accuracy(I(2), I(2))[0])
held(lambda: tf.metrics.accuracy(I(2), I(2), weights=P(2))[1])
held(lambda: tf.metrics.auc(P(2) > 0, P(2))[0])
held(lambda: tf.metrics.auc(P(2) > 0, P(2), num_thresholds=9)[0])
held(lambda: tf.metrics.precision(I(2), I(2))[0])
held(lambda: tf.metrics.recall(I(2), I(2))[0])
sized(lambda: tf.metrics.mean_iou(I(2), I(2), 3)[0])
held(lambda: tf.metrics.mean_squared_error(P(2), P(2))[0])
sized(lambda: tf.metrics.root_mean_squared_error(P(2), P(2))[0])
held(lambda: tf.metrics.mean_absolute_error(P(2), P(2))[0])
held(lambda: tf.metrics.mean_relative_error(P(2), P(2), P(2))[0])
held(lambda: tf.metrics.percentage_below(P(2), 0.5)[0])
held(lambda: tf.metrics.mean_per_class_accuracy(I(2), I(2), 3)[0])
sized(lambda: tf.metrics.true_positives(I(2), I(2))[0])
sized(lambda: tf.metrics.false_negatives(I(2), I(2), name="f")[0])
sized(lambda: tf.metrics.true_negatives(I(2), I(2))[0])
sized(lambda: tf.metrics.false_positives(I(2), I(2))[0])
sized(lambda: tf.metrics.true_positives_at_thresholds(I(2), P(2), [0.1, 0.5])[0])
sized(lambda: tf.metrics.false_negatives_at_thresholds(I(2), P(2), [0.1, 0.5, 0.9])[0])
held(lambda: tf.metrics.precision_at_thresholds(I(2), P(2), [0.1, 0.5])[0])
held(lambda: tf.metrics.recall_at_thresholds(I(2), P(2), [0.1])[0])
