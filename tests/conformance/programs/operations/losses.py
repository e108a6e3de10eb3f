# Losses, and what is looked up.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def P(*sizes):
    return tf.placeholder(tf.float32, sizes)


def I(*sizes):
    return tf.placeholder(tf.int32, sizes)


def any_rank():
    return tf.placeholder(tf.float32)


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


held(lambda: tf.gather(P(10, 4), tf.placeholder(tf.int32, [None, 3])))
held(lambda: tf.gather(P(10, 4), tf.placeholder(tf.int32, [None, 3]), axis=1))
held(lambda: tf.gather(any_rank(), tf.placeholder(tf.int32, [None, 3])))
sized(lambda: tf.nn.embedding_lookup(P(10, 4), tf.placeholder(tf.int32)))
held(lambda: tf.gather_nd(P(10, 4, 5), tf.placeholder(tf.int32, [None, 2])))
held(lambda: tf.nn.top_k(P(None, 4), 2)[0])
held(lambda: tf.nn.l2_loss(P(None, 4)))
sized(lambda: tf.nn.softmax_cross_entropy_with_logits(labels=P(None, 4), logits=P(None, 4)))
sized(
    lambda: tf.nn.sparse_softmax_cross_entropy_with_logits(
        labels=tf.placeholder(tf.int32, [None]), logits=P(None, 4)
    )
)
sized(lambda: tf.nn.sigmoid_cross_entropy_with_logits(labels=P(None, 4), logits=P(None, 4)))
sized(lambda: tf.nn.sigmoid_cross_entropy_with_logits(labels=P(4, 4), logits=P(None, 4)))
held(lambda: tf.losses.mean_squared_error(P(None, 4), P(None, 4)))
held(lambda: tf.gather(P(None, 4, 5), [0, 2], axis=1))
held(lambda: tf.gather(P(10), 3))
held(lambda: tf.gather_nd(P(10, 4), [[0, 1], [2, 3]]))
sized(lambda: tf.nn.embedding_lookup(P(100, 32), I(None, 7)))
sized(lambda: tf.nn.embedding_lookup([P(100, 32)], I(None)))
sized(lambda: tf.nn.top_k(P(None, 9), k=3)[1])
sized(lambda: tf.nn.in_top_k(P(None, 9), I(None), 3))
sized(lambda: tf.nn.softmax_cross_entropy_with_logits_v2(labels=P(None, 5, 4), logits=P(3, 5, 4)))
sized(
    lambda: tf.nn.sparse_softmax_cross_entropy_with_logits(labels=I(7, None), logits=P(None, 5, 4))
)
sized(lambda: tf.nn.weighted_cross_entropy_with_logits(P(None, 4), P(None, 4), 2.0))
sized(
    lambda: tf.nn.nce_loss(P(100, 8), P(100), tf.placeholder(tf.int64, [16, 1]), P(16, 8), 4, 100)
)
sized(
    lambda: tf.nn.sampled_softmax_loss(
        P(100, 8), P(100), tf.placeholder(tf.int64, [16, 1]), P(16, 8), 4, 100
    )
)
held(lambda: tf.losses.sigmoid_cross_entropy(P(None, 4), P(None, 4)))
held(lambda: tf.losses.sparse_softmax_cross_entropy(I(None), P(None, 4)))
held(lambda: tf.losses.absolute_difference(P(None, 4), P(None, 4), weights=0.5))
held(lambda: tf.losses.mean_squared_error(P(5, 4), P(None, 4), reduction=tf.losses.Reduction.NONE))
sized(lambda: tf.summary.scalar("loss", tf.reduce_mean(P(3))))
