# Losses, statistics, samples and steps of networks.
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


sized(lambda: tf.nn.softmax(P(2, 3), axis=0))
held(lambda: tf.nn.softmax(P(2, 3), name="s"))
held(lambda: tf.nn.log_softmax(P(2, 3), -1))
sized(lambda: tf.nn.dropout(P(2, 3), 0.5, name="d"))
sized(lambda: tf.nn.dropout(P(None, 3), keep_prob=0.5, noise_shape=[1, 3]))
sized(lambda: tf.nn.dropout(P(None, 3), rate=0.1, seed=1))
sized(lambda: tf.nn.moments(P(2, 3), axes=[0])[0])
sized(lambda: tf.nn.moments(P(2, 3), [0], keep_dims=True)[1])
sized(lambda: tf.nn.moments(P(2, 3, 4), [0, 1])[1])
sized(lambda: tf.nn.batch_normalization(P(2, 3), P(3), P(3), P(3), P(3), 0.001, name="b"))
held(lambda: tf.nn.fused_batch_norm(P(2, 4, 4, 3), P(3), P(3), P(3), P(3), is_training=False)[0])
sized(lambda: tf.nn.fused_batch_norm(P(2, 3, 4, 4), P(3), P(3), data_format="NCHW")[2])
sized(lambda: tf.nn.softmax_cross_entropy_with_logits(labels=P(2, 3), logits=P(2, 3), dim=-1))
sized(
    lambda: tf.nn.softmax_cross_entropy_with_logits_v2(labels=P(2, 3, 4), logits=P(2, 3, 4), axis=1)
)
sized(lambda: tf.nn.sparse_softmax_cross_entropy_with_logits(labels=I(2, 3), logits=P(2, 3, 4)))
sized(lambda: tf.nn.sigmoid_cross_entropy_with_logits(labels=P(None, 4), logits=P(3, None)))
sized(lambda: tf.nn.weighted_cross_entropy_with_logits(P(2, 3), P(2, 3), 0.5))
held(lambda: tf.nn.l2_loss(P(2, 3), name="l"))
sized(lambda: tf.nn.ctc_loss(tf.sparse_placeholder(tf.int32), P(9, 2, 5), I(2)))
sized(lambda: tf.nn.in_top_k(P(2, 3), I(2), 1))
sized(lambda: tf.nn.embedding_lookup(P(9, 3), I(2, 4), name="e"))
sized(lambda: tf.nn.nce_loss(P(9, 3), P(9), tf.placeholder(tf.int64, [2, 1]), P(2, 3), 2, 9))
sized(
    lambda: tf.nn.sampled_softmax_loss(
        weights=P(9, 3),
        biases=P(9),
        labels=tf.placeholder(tf.int64, [2, 1]),
        inputs=P(2, 3),
        num_sampled=2,
        num_classes=9,
    )
)
held(lambda: tf.nn.crelu(P(2, 3), name="c"))
held(lambda: tf.nn.relu6(P(2, 3)) * tf.nn.elu(P(2, 3)))
held(lambda: tf.nn.leaky_relu(P(2, 3)))
held(lambda: tf.nn.leaky_relu(P(2, 3), 0.1, "k"))
held(lambda: tf.nn.bias_add(P(2, 3), P(3), name="b"))
held(lambda: tf.nn.lrn(P(2, 4, 4, 3), 4, bias=1.0))
held(lambda: tf.nn.l2_normalize(P(2, 3), 0, name="n"))
held(lambda: tf.losses.mean_squared_error(P(2, 3), P(2, 3), weights=P(2, 1), scope="m"))
held(lambda: tf.losses.mean_squared_error(P(2, 3), P(2, 3), reduction="none"))
held(lambda: tf.losses.absolute_difference(P(2, 3), P(2, 3)))
held(lambda: tf.losses.log_loss(P(2, 3), P(2, 3)))
held(lambda: tf.losses.hinge_loss(P(2, 3), P(2, 3)))
held(lambda: tf.losses.huber_loss(P(2, 3), P(2, 3), delta=2.0))
held(lambda: tf.losses.cosine_distance(P(2, 3), P(2, 3), axis=1))
held(lambda: tf.losses.sigmoid_cross_entropy(P(2, 3), P(2, 3), label_smoothing=0.1))
held(lambda: tf.losses.softmax_cross_entropy(P(2, 3), P(2, 3)))
held(
    lambda: tf.losses.sparse_softmax_cross_entropy(I(2), P(2, 3), reduction=tf.losses.Reduction.SUM)
)
sized(lambda: tf.py_func(lambda a: a, [P(2)], tf.float32, stateful=False))
sized(lambda: tf.py_func(lambda a: (a, a), [P(2)], [tf.float32, tf.int32])[1])
sized(lambda: tf.numpy_function(lambda a: a, [P(2)], tf.float32))
sized(lambda: tf.py_function(lambda a: a, [P(2)], tf.float32))
sized(lambda: tf.gradients(*(lambda x: (tf.square(x), x))(P(2, 3)))[0])
sized(lambda: tf.clip_by_global_norm([P(2), P(3)], 1.0)[0][0])
sized(lambda: tf.map_fn(lambda a: a * 2, P(4, 3)))
sized(lambda: tf.map_fn(lambda a: tf.reduce_sum(a), P(4, 3), dtype=tf.float32))
sized(lambda: tf.map_fn(lambda a: (a[0], a[1]), (P(4, 3), P(4, 2)))[1])
sized(lambda: tf.scan(lambda a, b: a + b, P(4, 3)))
sized(lambda: tf.scan(lambda a, b: a + b, P(4, 3), initializer=tf.zeros([3])))
sized(lambda: tf.foldl(lambda a, b: a + b, P(4, 3)))
sized(lambda: tf.foldr(lambda a, b: a + b, P(4, 3)))
sized(lambda: tf.while_loop(lambda i, a: i < 3, lambda i, a: (i + 1, a * 2), [0, P(2, 3)])[1])
sized(lambda: tf.while_loop(lambda i: i < 3, lambda i: i + 1, [tf.constant(0)]))
sized(lambda: tf.cond(P() > 0, lambda: P(2, 3), lambda: P(2, 3)))
sized(lambda: tf.cond(P() > 0, lambda: tf.zeros([2]), lambda: tf.ones([2])))
sized(lambda: tf.case([(P() > 0, lambda: P(2))], default=lambda: P(2)))
sized(lambda: tf.case({P() > 0: lambda: P(2)}, lambda: P(2), exclusive=True))
sized(lambda: tf.tuple([P(2), P(3)])[0])
sized(lambda: tf.summary.histogram("h", P(2)))
sized(lambda: tf.summary.image("i", P(2, 4, 4, 3)))
sized(lambda: tf.summary.merge([tf.summary.scalar("s", P())]))
sized(lambda: tf.summary.text("t", tf.constant("a")))
sized(lambda: tf.summary.audio("a", P(2, 9), 8))
sized(lambda: tf.summary.tensor_summary("t", P(2)))
sized(lambda: tf.distributions.Normal(P(3), P(3)).sample())
sized(lambda: tf.distributions.Normal(P(3), 1.0).sample(5))
sized(lambda: tf.distributions.Normal(P(3), 1.0).sample([5, 2]))
sized(lambda: tf.distributions.Normal(P(2, 3), 1.0).log_prob(P(3)))
sized(lambda: tf.distributions.Normal(0.0, 1.0).mean())
sized(lambda: tf.distributions.Normal(P(3), P(2, 1)).entropy())
sized(lambda: tf.distributions.Bernoulli(logits=P(3)).log_prob(I(3)))
sized(lambda: tf.distributions.Categorical(P(2, 5)).entropy())
sized(lambda: tf.distributions.Uniform(P(3), 2.0).sample(4))
sized(lambda: tf.distributions.Gamma(P(3), P(3)).sample())
sized(lambda: tf.distributions.Beta(P(3), P(3)).mean())
sized(lambda: tf.distributions.Exponential(P(3)).sample())
sized(lambda: tf.distributions.Laplace(P(3), P(3)).stddev())
sized(lambda: tf.distributions.StudentT(2.0, P(3), P(3)).variance())
