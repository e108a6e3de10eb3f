# Losses refuse labels, logits and weights that don't go together.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def of(*sizes, dtype=tf.float32):
    return tf.placeholder(dtype, sizes)


def classes(*sizes):
    return of(*sizes, dtype=tf.int32)


losses, nn = tf.losses, tf.nn
TRIED = [
    lambda: losses.mean_squared_error(of(None, 10), of(None, 1)),
    lambda: losses.mean_squared_error(of(None, 1), of(None)),
    lambda: losses.mean_squared_error(of(None, 1), of(3, None)),
    lambda: losses.absolute_difference(of(None, 1), of(None, 2)),
    lambda: losses.hinge_loss(of(None, 1), of(None, 2)),
    lambda: losses.cosine_distance(of(2, 2), of(2, 2)),
    lambda: losses.cosine_distance(of(2, 2), of(2, 3), axis=1),
    lambda: losses.sigmoid_cross_entropy(of(3, 1), of(3, 2)),
    lambda: losses.softmax_cross_entropy(of(3), of(3, 2)),
    lambda: losses.sparse_softmax_cross_entropy(classes(3, 2), of(3, 2)),
    lambda: losses.sparse_softmax_cross_entropy(classes(3, 1), of(3, 2)),
    lambda: losses.sparse_softmax_cross_entropy(classes(4), of(3, 2)),
    lambda: losses.sparse_softmax_cross_entropy(of(3), of(3, 2)),
    lambda: losses.mean_squared_error(of(3, 2), of(3, 2), weights=of(2)),
    lambda: losses.mean_squared_error(of(3, 2), of(3, 2), weights=of(3, 1)),
    lambda: losses.mean_squared_error(of(3, 2), of(3, 2), weights=of(3, 3)),
    lambda: losses.mean_squared_error(of(None, 2), of(3, 2), weights=[[1.0, 2.0]]),
    lambda: losses.mean_squared_error(of(3, 2), of(3, 2), weights=None),
    lambda: losses.softmax_cross_entropy(None, of(3, 2)),
    lambda: losses.compute_weighted_loss(of(3, 2), 1.0, reduction="sum"),
    lambda: losses.compute_weighted_loss(of(3, 2), of(2)),
    lambda: nn.sigmoid_cross_entropy_with_logits(labels=of(3, 1), logits=of(3)),
    lambda: nn.sigmoid_cross_entropy_with_logits(labels=classes(3, 1), logits=of(3, 1)),
    lambda: nn.softmax_cross_entropy_with_logits_v2(labels=of(3, 2), logits=of(3, 5)),
    lambda: nn.softmax_cross_entropy_with_logits_v2(labels=of(1, 5), logits=of(3, 5)),
    lambda: nn.sparse_softmax_cross_entropy_with_logits(labels=classes(3, 1), logits=of(3, 2)),
    lambda: nn.sparse_softmax_cross_entropy_with_logits(labels=classes(None), logits=of(3, 2)),
    lambda: nn.sparse_softmax_cross_entropy_with_logits(labels=classes(3, 5), logits=of(3, 4, 2)),
]
for number, build in enumerate(TRIED):
    try:
        build()
    except (ValueError, TypeError) as error:
        tf.get_variable("refused_%d_%s" % (number, type(error).__name__), [1])
losses.mean_squared_error(of(4, 1), of(None, 3), scope="wrong")
