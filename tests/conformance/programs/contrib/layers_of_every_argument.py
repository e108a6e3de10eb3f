# Contrib's layers with each of their arguments.
# tensorflow: 1.15
import tensorflow as tf

slim, layers = tf.contrib.slim, tf.contrib.layers


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


sized(lambda: slim.conv2d(P(2, 8, 8, 3), 4, 3))
sized(lambda: slim.conv2d(P(2, 8, 8, 3), 4, [3, 2], stride=2, padding="VALID", scope="c"))
sized(lambda: slim.conv2d(P(2, 3, 8, 8), 4, 3, data_format="NCHW"))
sized(lambda: slim.conv2d(P(2, 8, 8, 3), 4, 3, rate=2))
sized(lambda: slim.conv2d(P(2, 8, 8, 3), 4, 3, normalizer_fn=slim.batch_norm))
sized(
    lambda: slim.conv2d(
        P(2, 8, 8, 3),
        4,
        3,
        normalizer_fn=slim.batch_norm,
        normalizer_params={"scale": True, "center": False},
    )
)
sized(
    lambda: slim.conv2d(
        P(2, 8, 8, 3), 4, 3, biases_initializer=None, activation_fn=None, trainable=False
    )
)
sized(
    lambda: slim.conv2d(P(2, 8, 8, 3), 4, 3, outputs_collections="o", variables_collections=["v"])
)
sized(lambda: slim.convolution1d(P(2, 8, 3), 4, 3))
sized(lambda: slim.convolution3d(P(2, 8, 8, 8, 3), 4, [3, 3, 2]))
sized(lambda: slim.convolution(P(2, 8, 8, 3), 4, 1, 2))
sized(lambda: slim.conv2d_transpose(P(2, 8, 8, 3), 4, 3, 2))
sized(
    lambda: slim.conv2d_transpose(
        P(2, 8, 8, 3), 4, [3, 3], stride=[2, 2], padding="VALID", biases_initializer=None
    )
)
sized(lambda: slim.conv3d_transpose(P(2, 4, 4, 4, 3), 4, 3, 2))
sized(lambda: slim.conv2d_in_plane(P(2, 8, 8, 3), 3))
sized(lambda: slim.conv2d_in_plane(P(2, 8, 8, 3), [3, 2], stride=2, padding="VALID"))
sized(lambda: slim.separable_conv2d(P(2, 8, 8, 3), 4, 3, 2))
sized(lambda: slim.separable_conv2d(P(2, 8, 8, 3), None, 3, depth_multiplier=2, stride=2))
sized(lambda: slim.separable_conv2d(P(2, 8, 8, 3), 4, [3, 3], 1, normalizer_fn=slim.batch_norm))
sized(lambda: slim.max_pool2d(P(2, 8, 8, 3), 2))
sized(lambda: slim.max_pool2d(P(2, 8, 8, 3), [3, 2], stride=1, padding="SAME", scope="p"))
sized(lambda: slim.max_pool2d(P(2, 3, 8, 8), 2, data_format="NCHW"))
sized(lambda: slim.avg_pool2d(P(2, 8, 8, 3), [2, 2]))
sized(lambda: slim.max_pool3d(P(2, 8, 8, 8, 3), 2))
sized(lambda: slim.avg_pool3d(P(2, 8, 8, 8, 3), [2, 2, 2], 1))
sized(lambda: slim.fully_connected(P(2, 5), 4))
sized(lambda: slim.fully_connected(P(2, 5), 4, activation_fn=None, scope="f"))
sized(lambda: slim.fully_connected(P(2, 5), 4, tf.nn.tanh, slim.batch_norm))
sized(lambda: slim.fully_connected(P(2, 5), 4, normalizer_fn=layers.layer_norm))
sized(
    lambda: slim.fully_connected(
        P(2, 5), 4, biases_initializer=None, weights_regularizer=slim.l2_regularizer(0.1)
    )
)
sized(lambda: slim.fully_connected(P(2, 3, 5), 4))
sized(lambda: layers.linear(P(2, 5), 4))
sized(lambda: layers.relu(P(2, 5), 4))
sized(lambda: layers.relu6(P(2, 5), 4))
sized(lambda: layers.legacy_fully_connected(P(2, 5), 4))
sized(lambda: layers.legacy_linear(P(2, 5), 4))
sized(lambda: slim.flatten(P(2, 3, 4)))
sized(lambda: slim.flatten(P(None, 3, 4), scope="f"))
sized(lambda: slim.flatten(P(2, None, 4)))
sized(lambda: slim.dropout(P(2, 5), 0.5))
sized(lambda: slim.dropout(P(2, 5), is_training=False))
sized(lambda: slim.batch_norm(P(2, 5)))
sized(lambda: slim.batch_norm(P(2, 8, 8, 3), scale=True, center=False))
sized(lambda: slim.batch_norm(P(2, 8, 8, 3), fused=False, decay=0.9, is_training=False))
sized(lambda: slim.batch_norm(P(2, 3, 8, 8), data_format="NCHW", scale=True))
sized(lambda: slim.batch_norm(P(2, 5), updates_collections=None, zero_debias_moving_mean=True))
sized(lambda: slim.batch_norm(P(2, 5), trainable=False, scope="b", activation_fn=tf.nn.relu))
sized(lambda: layers.layer_norm(P(2, 5)))
sized(lambda: layers.layer_norm(P(2, 4, 5), center=False, begin_norm_axis=1))
sized(lambda: layers.instance_norm(P(2, 8, 8, 3)))
sized(lambda: layers.instance_norm(P(2, 3, 8, 8), scale=False, data_format="NCHW"))
sized(lambda: layers.group_norm(P(2, 8, 8, 4), groups=2))
sized(
    lambda: layers.group_norm(
        P(2, 4, 8, 8), groups=2, channels_axis=-3, reduction_axes=(-2, -1), scale=False
    )
)
sized(lambda: slim.bias_add(P(2, 5)))
sized(lambda: slim.bias_add(P(2, 8, 8, 3), regularizer=slim.l1_regularizer(0.1), scope="b"))
sized(lambda: layers.gdn(P(2, 8, 8, 3)))
sized(lambda: layers.embed_sequence(I(2, 4), 9, 3))
sized(lambda: layers.embed_sequence(I(2, 4), vocab_size=9, embed_dim=3, unique=False, scope="e"))
sized(lambda: layers.bow_encoder(I(2, 4), 9, 3))
sized(lambda: layers.bow_encoder(I(2, 4), 9, 3, sparse_lookup=False, scope="b"))
sized(lambda: layers.one_hot_encoding(I(2), 5))
sized(lambda: slim.one_hot_encoding(I(2), 5, on_value=2.0, off_value=1.0))
sized(lambda: layers.softmax(P(2, 4, 5)))
sized(lambda: slim.repeat(P(2, 8, 8, 3), 2, slim.conv2d, 4, 3))
sized(lambda: slim.repeat(P(2, 8, 8, 3), 2, slim.conv2d, 4, [3, 3], scope="r"))
sized(lambda: slim.repeat(P(2, 5), 3, slim.fully_connected, 4))
sized(lambda: slim.stack(P(2, 5), slim.fully_connected, [4, 3]))
sized(lambda: slim.stack(P(2, 8, 8, 3), slim.conv2d, [(4, [3, 3]), (5, [1, 1])], scope="s"))
sized(lambda: layers.sequence_to_images(P(8, 4, 3), 2) if False else layers.flatten(P(2, 3)))
sized(lambda: layers.images_to_sequence(P(2, 8, 4, 3)) if False else layers.flatten(P(2, 3, 1)))
sized(lambda: layers.summarize_tensor(P()) if False else layers.flatten(P(3, 3)))
held(lambda: tf.contrib.framework.model_variable("m", [2, 3]))
held(lambda: tf.contrib.framework.variable("m", [2, 3], trainable=False))
held(lambda: tf.contrib.framework.local_variable(tf.zeros([2])))
held(lambda: tf.contrib.framework.get_or_create_global_step())
held(
    lambda: slim.model_variable(
        "m", shape=[2], regularizer=slim.l2_regularizer(0.1), device="/cpu:0"
    )
)
held(lambda: slim.variable("m", shape=[2], initializer=tf.ones_initializer(), collections=["c"]))
sized(lambda: slim.l2_regularizer(0.1)(P(2, 3)))
sized(lambda: slim.l1_regularizer(0.1)(P(2, 3)))
sized(lambda: layers.l1_l2_regularizer(0.1, 0.2)(P(2, 3)))
sized(
    lambda: layers.sum_regularizer([layers.l2_regularizer(0.1), layers.l1_regularizer(0.2)])(
        P(2, 3)
    )
)
sized(lambda: layers.apply_regularization(layers.l2_regularizer(0.1), [tf.get_variable("w", [2])]))
held(lambda: slim.losses.softmax_cross_entropy(P(2, 3), P(2, 3)))
held(lambda: slim.losses.sigmoid_cross_entropy(P(2, 3), P(2, 3)))
held(lambda: slim.losses.sparse_softmax_cross_entropy(P(2, 3), I(2, 1)))
held(lambda: slim.losses.mean_squared_error(P(2, 3), P(2, 3)))
held(lambda: slim.losses.absolute_difference(P(2, 3), P(2, 3)))
held(lambda: slim.losses.log_loss(P(2, 3), P(2, 3)))
sized(lambda: slim.losses.hinge_loss(P(2, 3), P(2, 3)))
held(lambda: slim.losses.cosine_distance(P(2, 3), P(2, 3), axis=1))
sized(lambda: layers.xavier_initializer()([2, 3]))
sized(lambda: layers.xavier_initializer(uniform=False)([2, 3]))
sized(lambda: layers.variance_scaling_initializer()([2, 3]))
sized(lambda: tf.contrib.rnn.BasicLSTMCell(3)(P(2, 5), (P(2, 3), P(2, 3)))[0])
sized(lambda: tf.contrib.rnn.GRUCell(3)(P(2, 5), P(2, 3))[0])
sized(
    lambda: tf.contrib.rnn.LSTMCell(3, use_peepholes=True, num_proj=2)(P(2, 5), (P(2, 3), P(2, 2)))[
        0
    ]
)
sized(lambda: tf.contrib.rnn.LayerNormBasicLSTMCell(3)(P(2, 5), (P(2, 3), P(2, 3)))[0])
sized(lambda: tf.contrib.rnn.UGRNNCell(3)(P(2, 5), P(2, 3))[0])
sized(lambda: tf.contrib.rnn.NASCell(3)(P(2, 5), (P(2, 3), P(2, 3)))[0])
sized(lambda: tf.contrib.rnn.IndRNNCell(3)(P(2, 5), P(2, 3))[0])
sized(lambda: tf.contrib.rnn.IndyGRUCell(3)(P(2, 5), P(2, 3))[0])
sized(lambda: tf.contrib.rnn.IndyLSTMCell(3)(P(2, 5), (P(2, 3), P(2, 3)))[0])
sized(lambda: tf.contrib.rnn.IntersectionRNNCell(5)(P(2, 5), P(2, 5))[0])
sized(lambda: tf.contrib.rnn.SRUCell(3)(P(2, 5), P(2, 3))[0])
sized(lambda: tf.contrib.rnn.CoupledInputForgetGateLSTMCell(3)(P(2, 5), (P(2, 3), P(2, 3)))[0])
sized(
    lambda: tf.contrib.rnn.CoupledInputForgetGateLSTMCell(3, use_peepholes=True, layer_norm=True)(
        P(2, 5), (P(2, 3), P(2, 3))
    )[0]
)
sized(
    lambda: tf.contrib.rnn.TimeFreqLSTMCell(3, feature_size=2, frequency_skip=1)(P(2, 4), P(2, 18))[
        0
    ]
)
sized(
    lambda: tf.contrib.rnn.OutputProjectionWrapper(tf.contrib.rnn.GRUCell(3), 4)(P(2, 5), P(2, 3))[
        0
    ]
)
sized(
    lambda: tf.contrib.rnn.InputProjectionWrapper(tf.contrib.rnn.GRUCell(3), 4)(P(2, 5), P(2, 3))[0]
)
sized(lambda: tf.contrib.rnn.EmbeddingWrapper(tf.contrib.rnn.GRUCell(3), 9, 4)(I(2), P(2, 3))[0])
sized(
    lambda: tf.contrib.rnn.AttentionCellWrapper(tf.contrib.rnn.GRUCell(3), 2, state_is_tuple=True)(
        P(2, 5), (P(2, 3), P(2, 3), P(2, 6))
    )[0]
)
sized(lambda: tf.contrib.rnn.HighwayWrapper(tf.contrib.rnn.GRUCell(5))(P(2, 5), P(2, 5))[0])
held(lambda: tf.contrib.rnn.ResidualWrapper(tf.contrib.rnn.GRUCell(5))(P(2, 5), P(2, 5))[0])
sized(lambda: tf.contrib.rnn.DropoutWrapper(tf.contrib.rnn.GRUCell(3), 0.5)(P(2, 5), P(2, 3))[0])
sized(
    lambda: tf.contrib.rnn.MultiRNNCell([tf.contrib.rnn.GRUCell(3), tf.contrib.rnn.GRUCell(4)])(
        P(2, 5), (P(2, 3), P(2, 4))
    )[0]
)
sized(lambda: tf.contrib.rnn.LSTMBlockCell(3, use_peephole=True)(P(2, 5), (P(2, 3), P(2, 3)))[0])
sized(lambda: tf.contrib.rnn.GRUBlockCellV2(3)(P(2, 5), P(2, 3))[0])
sized(
    lambda: tf.contrib.rnn.static_rnn(
        tf.contrib.rnn.GRUCell(3), [P(2, 5), P(2, 5)], dtype=tf.float32
    )[0][1]
)
sized(
    lambda: tf.contrib.rnn.stack_bidirectional_dynamic_rnn(
        [tf.contrib.rnn.GRUCell(3)], [tf.contrib.rnn.GRUCell(3)], P(2, 4, 5), dtype=tf.float32
    )[0]
)
sized(lambda: tf.contrib.crf.crf_log_likelihood(P(2, 4, 5), I(2, 4), I(2))[0])
held(lambda: tf.contrib.crf.crf_log_likelihood(P(2, 4, 5), I(2, 4), I(2))[1])
sized(lambda: tf.contrib.crf.crf_decode(P(2, 4, 5), P(5, 5), I(2))[0])
sized(lambda: tf.contrib.crf.crf_sequence_score(P(2, 4, 5), I(2, 4), I(2), P(5, 5)))
sized(lambda: tf.contrib.crf.crf_log_norm(P(2, 4, 5), I(2), P(5, 5)))
sized(lambda: tf.contrib.crf.crf_unary_score(I(2, 4), I(2), P(2, 4, 5)))
sized(lambda: tf.contrib.crf.crf_binary_score(I(2, 4), I(2), P(5, 5)))
sized(lambda: tf.contrib.seq2seq.sequence_loss(P(2, 4, 5), I(2, 4), P(2, 4)))
held(lambda: tf.contrib.seq2seq.BahdanauAttention(3, P(2, 4, 5)).values)
sized(lambda: tf.contrib.seq2seq.LuongAttention(3, P(2, 4, 5), scale=True).keys)
sized(lambda: tf.contrib.seq2seq.BahdanauMonotonicAttention(3, P(2, 4, 5), normalize=True).keys)
sized(lambda: tf.contrib.seq2seq.LuongMonotonicAttention(3, P(2, 4, 5)).keys)
sized(
    lambda: tf.contrib.seq2seq.AttentionWrapper(
        tf.contrib.rnn.GRUCell(3),
        tf.contrib.seq2seq.BahdanauAttention(3, P(2, 4, 5)),
        attention_layer_size=6,
    )(
        P(2, 7),
        tf.contrib.seq2seq.AttentionWrapper(
            tf.contrib.rnn.GRUCell(3), tf.contrib.seq2seq.BahdanauAttention(3, P(2, 4, 5))
        ).zero_state(2, tf.float32),
    )[0]
)
held(lambda: tf.contrib.metrics.streaming_mean(P(2))[0])
held(lambda: tf.contrib.metrics.streaming_accuracy(I(2), I(2))[1])
held(lambda: tf.contrib.metrics.streaming_auc(P(2), I(2))[0])
held(lambda: tf.contrib.metrics.streaming_precision(I(2), I(2))[0])
held(lambda: tf.contrib.metrics.streaming_recall(I(2), I(2), name="r")[0])
held(lambda: tf.contrib.metrics.streaming_mean_squared_error(P(2), P(2))[0])
sized(lambda: tf.contrib.metrics.streaming_root_mean_squared_error(P(2), P(2))[0])
sized(lambda: tf.contrib.metrics.streaming_mean_iou(I(2), I(2), 3)[0])
sized(lambda: tf.contrib.metrics.streaming_true_positives(I(2) > 0, I(2) > 0)[0])
held(lambda: tf.contrib.metrics.streaming_mean_tensor(P(2, 3))[0])
held(lambda: tf.contrib.metrics.streaming_mean_absolute_error(P(2), P(2))[0])
sized(lambda: tf.contrib.distributions.Normal(P(3), 1.0).sample(2))
