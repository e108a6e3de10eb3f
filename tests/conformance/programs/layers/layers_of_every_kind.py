# Layers, functions and objects, with each of their arguments.
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


sized(lambda: tf.layers.dense(P(2, 5), 4))
sized(lambda: tf.layers.dense(P(2, 3, 5), 4, tf.nn.relu, name="d"))
sized(
    lambda: tf.layers.dense(
        P(None, 5), units=4, use_bias=False, kernel_initializer=tf.ones_initializer()
    )
)
sized(
    lambda: tf.layers.dense(
        P(2, 5), 4, trainable=False, bias_regularizer=lambda w: tf.reduce_sum(w)
    )
)
sized(lambda: tf.layers.Dense(4, name="d")(P(2, 5)))
sized(lambda: tf.layers.Dense(4, use_bias=False).apply(P(2, 5)))
sized(lambda: tf.layers.conv1d(P(2, 8, 3), 4, 3))
sized(lambda: tf.layers.conv1d(P(2, 8, 3), 4, 3, strides=2, padding="same"))
sized(lambda: tf.layers.conv1d(P(2, 3, 8), 4, 3, data_format="channels_first"))
sized(lambda: tf.layers.Conv1D(4, 3, dilation_rate=2)(P(2, 8, 3)))
sized(lambda: tf.layers.conv2d(P(2, 8, 8, 3), 4, 3))
sized(lambda: tf.layers.conv2d(P(2, 8, 8, 3), 4, (3, 2), (2, 1), "same", name="c"))
sized(lambda: tf.layers.conv2d(P(2, 3, 8, 8), 4, 3, data_format="channels_first"))
sized(lambda: tf.layers.conv2d(P(2, 8, 8, 3), 4, 3, dilation_rate=(2, 2), use_bias=False))
sized(lambda: tf.layers.conv2d(P(None, None, None, 3), 4, 3, activation=tf.nn.relu))
sized(lambda: tf.layers.Conv2D(4, [3, 3])(P(2, 8, 8, 3)))
sized(lambda: tf.layers.conv3d(P(2, 8, 8, 8, 3), 4, 3))
sized(lambda: tf.layers.Conv3D(4, (3, 2, 1), padding="same", strides=2)(P(2, 8, 8, 8, 3)))
sized(lambda: tf.layers.conv2d_transpose(P(2, 8, 8, 3), 4, 3, strides=2))
sized(lambda: tf.layers.conv2d_transpose(P(2, 8, 8, 3), 4, 3, strides=(2, 3), padding="same"))
sized(
    lambda: tf.layers.conv2d_transpose(
        P(2, 3, 8, 8), 4, 3, data_format="channels_first", use_bias=False
    )
)
sized(lambda: tf.layers.Conv2DTranspose(4, 3)(P(None, 8, 8, 3)))
sized(lambda: tf.layers.conv3d_transpose(P(2, 4, 4, 4, 3), 4, 3, 2))
sized(lambda: tf.layers.Conv3DTranspose(4, 3, padding="same", strides=(2, 2, 2))(P(2, 4, 4, 4, 3)))
sized(lambda: tf.layers.separable_conv1d(P(2, 8, 3), 4, 3))
sized(lambda: tf.layers.SeparableConv1D(4, 3, depth_multiplier=2)(P(2, 8, 3)))
sized(lambda: tf.layers.separable_conv2d(P(2, 8, 8, 3), 4, 3))
sized(
    lambda: tf.layers.separable_conv2d(
        P(2, 8, 8, 3), 4, 3, depth_multiplier=2, use_bias=False, strides=2
    )
)
sized(lambda: tf.layers.SeparableConv2D(4, 3, padding="same")(P(2, 8, 8, 3)))
sized(lambda: tf.layers.max_pooling1d(P(2, 8, 3), 2, 2))
sized(lambda: tf.layers.average_pooling1d(P(2, 8, 3), 3, 2, padding="same"))
sized(lambda: tf.layers.MaxPooling1D(2, 2)(P(2, 8, 3)))
sized(lambda: tf.layers.AveragePooling1D(2, 1)(P(2, 8, 3)))
sized(lambda: tf.layers.max_pooling2d(P(2, 8, 8, 3), 2, 2))
sized(lambda: tf.layers.max_pooling2d(P(2, 8, 8, 3), (3, 2), (2, 1), "same", name="p"))
sized(lambda: tf.layers.average_pooling2d(P(2, 3, 8, 8), 2, 2, data_format="channels_first"))
sized(lambda: tf.layers.MaxPooling2D(3, 2)(P(2, 8, 8, 3)))
sized(lambda: tf.layers.AveragePooling2D(3, 2, padding="same")(P(2, 8, 8, 3)))
sized(lambda: tf.layers.max_pooling3d(P(2, 8, 8, 8, 3), 2, 2))
sized(lambda: tf.layers.average_pooling3d(P(2, 8, 8, 8, 3), 2, 2))
sized(lambda: tf.layers.MaxPooling3D(2, 2)(P(2, 8, 8, 8, 3)))
sized(lambda: tf.layers.AveragePooling3D((2, 2, 1), 2)(P(2, 8, 8, 8, 3)))
sized(lambda: tf.layers.flatten(P(2, 3, 4)))
sized(lambda: tf.layers.flatten(P(None, 3, 4), name="f"))
sized(lambda: tf.layers.Flatten()(P(None, 8, 8, 3)))
sized(lambda: tf.layers.dropout(P(2, 5), 0.5))
sized(lambda: tf.layers.dropout(P(2, 5), training=True, name="d"))
sized(lambda: tf.layers.Dropout(0.3)(P(2, 5), training=True))
sized(lambda: tf.layers.batch_normalization(P(2, 5)))
sized(lambda: tf.layers.batch_normalization(P(2, 8, 8, 3), training=True, scale=False))
sized(lambda: tf.layers.batch_normalization(P(2, 3, 8, 8), axis=1, center=False, training=True))
sized(lambda: tf.layers.batch_normalization(P(2, 5), trainable=False, name="b", momentum=0.9))
sized(lambda: tf.layers.batch_normalization(P(2, 5), renorm=True))
sized(lambda: tf.layers.batch_normalization(P(2, 4, 5), fused=False, axis=-1))
sized(lambda: tf.layers.BatchNormalization()(P(2, 5), training=True))
held(lambda: tf.get_variable("v", [2, 3]) + 1)
held(lambda: tf.get_variable("v", initializer=tf.zeros([2, 3])))
held(lambda: tf.get_variable("v", [2], tf.int32, tf.zeros_initializer()))
sized(lambda: tf.get_variable("v", [4, 3], partitioner=tf.fixed_size_partitioner(2)).as_tensor())
held(lambda: tf.get_variable("v", initializer=[1, 2]))
held(
    lambda: tf.get_variable(
        "v", [2], initializer=tf.random_normal_initializer(stddev=0.1), trainable=False
    )
)
held(lambda: tf.get_variable("v", [3, 3], initializer=tf.orthogonal_initializer()))
held(lambda: tf.get_variable("v", [3, 3], initializer=tf.glorot_uniform_initializer()))
held(lambda: tf.get_variable("v", [3, 3], initializer=tf.initializers.identity()))
held(lambda: tf.get_variable("v", [3, 3], initializer=tf.variance_scaling_initializer(scale=2.0)))
held(lambda: tf.get_variable("v", initializer=tf.constant_initializer(3.0)([2])))
held(lambda: tf.Variable(tf.zeros([2]), trainable=False, name="u"))
held(lambda: tf.Variable(lambda: tf.ones([2, 3]), name="l"))
held(lambda: tf.get_local_variable("v", [2]))
held(lambda: tf.train.get_or_create_global_step())
held(lambda: tf.train.create_global_step())
sized(lambda: tf.nn.rnn_cell.BasicRNNCell(3)(P(2, 5), P(2, 3))[0])
sized(lambda: tf.nn.rnn_cell.BasicLSTMCell(3, forget_bias=0.0)(P(2, 5), (P(2, 3), P(2, 3)))[1].c)
sized(lambda: tf.nn.rnn_cell.BasicLSTMCell(3, state_is_tuple=False)(P(2, 5), P(2, 6))[1])
sized(lambda: tf.nn.rnn_cell.LSTMCell(3)(P(2, 5), (P(2, 3), P(2, 3)))[0])
sized(
    lambda: tf.nn.rnn_cell.LSTMCell(3, num_proj=2, use_peepholes=True, cell_clip=1.0)(
        P(2, 5), (P(2, 3), P(2, 2))
    )[0]
)
sized(lambda: tf.nn.rnn_cell.GRUCell(3, activation=tf.nn.relu)(P(2, 5), P(2, 3))[1])
sized(
    lambda: tf.nn.rnn_cell.MultiRNNCell([tf.nn.rnn_cell.GRUCell(3) for _ in range(2)]).zero_state(
        2, tf.float32
    )[1]
)
sized(
    lambda: tf.nn.rnn_cell.MultiRNNCell([tf.nn.rnn_cell.LSTMCell(3), tf.nn.rnn_cell.LSTMCell(4)])(
        P(2, 5), ((P(2, 3), P(2, 3)), (P(2, 4), P(2, 4)))
    )[0]
)
sized(lambda: tf.nn.rnn_cell.LSTMCell(3).zero_state(2, tf.float32).h)
sized(
    lambda: tf.nn.rnn_cell.DropoutWrapper(tf.nn.rnn_cell.GRUCell(3), output_keep_prob=0.5)(
        P(2, 5), P(2, 3)
    )[0]
)
held(lambda: tf.nn.rnn_cell.ResidualWrapper(tf.nn.rnn_cell.GRUCell(5))(P(2, 5), P(2, 5))[0])
sized(
    lambda: tf.nn.rnn_cell.DeviceWrapper(tf.nn.rnn_cell.GRUCell(3), "/cpu:0")(P(2, 5), P(2, 3))[0]
)
sized(lambda: tf.nn.dynamic_rnn(tf.nn.rnn_cell.GRUCell(3), P(2, 4, 5), dtype=tf.float32)[0])
sized(
    lambda: tf.nn.dynamic_rnn(
        tf.nn.rnn_cell.LSTMCell(3), P(None, None, 5), I(None), dtype=tf.float32
    )[0]
)
sized(
    lambda: (
        tf.nn.dynamic_rnn(
            tf.nn.rnn_cell.LSTMCell(3), P(4, 2, 5), time_major=True, dtype=tf.float32, scope="r"
        )[1].c
    )
)
sized(lambda: tf.nn.dynamic_rnn(tf.nn.rnn_cell.GRUCell(3), P(2, 4, 5), initial_state=P(2, 3))[1])
sized(
    lambda: tf.nn.bidirectional_dynamic_rnn(
        tf.nn.rnn_cell.GRUCell(3), tf.nn.rnn_cell.GRUCell(4), P(2, 4, 5), dtype=tf.float32
    )[0][1]
)
sized(
    lambda: tf.nn.static_rnn(
        tf.nn.rnn_cell.GRUCell(3), tf.unstack(P(2, 4, 5), axis=1), dtype=tf.float32
    )[0][-1]
)
sized(
    lambda: (
        tf.nn.static_rnn(
            tf.nn.rnn_cell.LSTMCell(3), [P(2, 5)], dtype=tf.float32, sequence_length=I(2)
        )[1].h
    )
)
sized(
    lambda: tf.nn.static_bidirectional_rnn(
        tf.nn.rnn_cell.GRUCell(3), tf.nn.rnn_cell.GRUCell(3), [P(2, 5), P(2, 5)], dtype=tf.float32
    )[0][0]
)
sized(
    lambda: tf.nn.raw_rnn(
        tf.nn.rnn_cell.GRUCell(3),
        lambda t, o, s, l: (t >= 2, P(2, 5), P(2, 3) if s is None else s, o, None),
    )[1]
)
sized(lambda: tf.train.exponential_decay(0.1, tf.train.get_or_create_global_step(), 10, 0.5))
sized(
    lambda: tf.train.piecewise_constant(
        tf.train.get_or_create_global_step(), [3, 5], [1.0, 0.5, 0.1]
    )
)
sized(lambda: tf.train.polynomial_decay(0.1, tf.train.get_or_create_global_step(), 10))
sized(lambda: tf.train.natural_exp_decay(0.1, I(), 10, 0.5))
sized(lambda: tf.train.inverse_time_decay(0.1, I(), 10, 0.5, staircase=True))
sized(lambda: tf.train.cosine_decay(0.1, I(), 10))
sized(lambda: tf.train.cosine_decay_restarts(0.1, I(), 10))
sized(lambda: tf.train.linear_cosine_decay(0.1, I(), 10))
sized(lambda: tf.train.noisy_linear_cosine_decay(0.1, I(), 10))
sized(lambda: tf.keras.layers.Dense(4)(P(2, 5)))
sized(lambda: tf.keras.layers.Dense(4, use_bias=False, name="d")(P(2, 3, 5)))
sized(lambda: tf.keras.layers.Conv2D(4, 3)(P(2, 8, 8, 3)))
sized(lambda: tf.keras.layers.Conv2D(4, (3, 2), strides=2, padding="same")(P(2, 8, 8, 3)))
sized(lambda: tf.keras.layers.Conv3D(4, 3)(P(2, 8, 8, 8, 3)))
sized(lambda: tf.keras.layers.Conv2DTranspose(4, 3, strides=2, padding="same")(P(2, 8, 8, 3)))
sized(lambda: tf.keras.layers.SeparableConv2D(4, 3)(P(2, 8, 8, 3)))
sized(lambda: tf.keras.layers.DepthwiseConv2D(3, depth_multiplier=2)(P(2, 8, 8, 3)))
sized(lambda: tf.keras.layers.MaxPooling2D()(P(2, 8, 8, 3)))
sized(lambda: tf.keras.layers.AveragePooling2D((2, 3), 1)(P(2, 8, 8, 3)))
sized(lambda: tf.keras.layers.GlobalAveragePooling2D()(P(2, 8, 8, 3)))
sized(lambda: tf.keras.layers.GlobalMaxPooling1D()(P(2, 8, 3)))
sized(lambda: tf.keras.layers.Flatten()(P(None, 8, 3)))
sized(lambda: tf.keras.layers.Reshape((4, 6))(P(None, 8, 3)))
sized(lambda: tf.keras.layers.UpSampling2D(2)(P(2, 8, 8, 3)))
sized(lambda: tf.keras.layers.ZeroPadding2D((1, 2))(P(2, 8, 8, 3)))
sized(lambda: tf.keras.layers.BatchNormalization()(P(2, 5)))
sized(lambda: tf.keras.layers.BatchNormalization(axis=1, scale=False)(P(2, 3, 8, 8)))
sized(lambda: tf.keras.layers.LayerNormalization()(P(2, 5)))
sized(lambda: tf.keras.layers.Dropout(0.5)(P(2, 5)))
sized(lambda: tf.keras.layers.Activation("relu")(P(2, 5)))
sized(lambda: tf.keras.layers.LeakyReLU(0.1)(P(2, 5)))
sized(lambda: tf.keras.layers.PReLU()(P(2, 5)))
sized(lambda: tf.keras.layers.PReLU(shared_axes=[1, 2])(P(2, 8, 8, 3)))
sized(lambda: tf.keras.layers.ELU()(P(2, 5)))
sized(lambda: tf.keras.layers.ReLU(6.0)(P(2, 5)))
sized(lambda: tf.keras.layers.Softmax()(P(2, 5)))
sized(lambda: tf.keras.layers.Embedding(9, 3)(I(2, 4)))
sized(lambda: tf.keras.layers.Embedding(9, 3, input_length=4)(I(None, 4)))
sized(lambda: tf.keras.layers.SimpleRNN(3)(P(2, 4, 5)))
sized(lambda: tf.keras.layers.LSTM(3)(P(2, 4, 5)))
sized(lambda: tf.keras.layers.LSTM(3, return_sequences=True)(P(2, 4, 5)))
sized(lambda: tf.keras.layers.TimeDistributed(tf.keras.layers.Dense(3))(P(2, 4, 5)))
sized(lambda: tf.keras.layers.Add()([P(2, 5), P(2, 5)]))
sized(lambda: tf.keras.layers.Multiply()([P(2, 5), P(2, 5)]))
sized(lambda: tf.keras.layers.Concatenate()([P(2, 5), P(2, 3)]))
sized(lambda: tf.keras.layers.Concatenate(axis=1)([P(2, 5), P(2, 3)]))
sized(lambda: tf.keras.layers.Average()([P(2, 5), P(2, 5)]))
sized(lambda: tf.keras.layers.Maximum()([P(2, 5), P(2, 5)]))
sized(lambda: tf.keras.layers.Subtract()([P(2, 5), P(2, 5)]))
sized(lambda: tf.keras.layers.add([P(2, 5), P(2, 5)]))
sized(lambda: tf.keras.layers.concatenate([P(2, 5), P(2, 3)]))
sized(lambda: tf.keras.layers.GaussianNoise(0.1)(P(2, 5)))
sized(lambda: tf.keras.layers.Masking()(P(2, 4, 5)))
sized(
    lambda: tf.keras.Sequential(
        [tf.keras.layers.Dense(3, input_shape=(5,)), tf.keras.layers.Dense(2)]
    )(P(2, 5))
)
sized(
    lambda: tf.keras.Sequential(
        [tf.keras.layers.Conv2D(3, 2), tf.keras.layers.Flatten(), tf.keras.layers.Dense(2)]
    )(P(2, 8, 8, 3))
)
