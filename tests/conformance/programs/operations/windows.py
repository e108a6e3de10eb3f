# Convolutions and pools.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def P(*sizes):
    return tf.placeholder(tf.float32, sizes)


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


held(
    lambda: tf.nn.conv2d_transpose(
        P(None, 7, 7, 8), P(5, 5, 4, 8), [tf.shape(P(None, 4))[0], 14, 14, 4], [1, 2, 2, 1]
    )
)
held(
    lambda: tf.nn.conv2d_transpose(
        P(None, 7, 7, 8),
        P(5, 5, 4, 8),
        tf.stack([tf.shape(P(None, 4))[0], 14, 14, 4]),
        [1, 2, 2, 1],
    )
)
held(lambda: tf.nn.conv2d_transpose(P(16, 7, 7, 8), P(5, 5, 4, 8), [16, 14, 14, 4], [1, 2, 2, 1]))
held(
    lambda: tf.nn.conv2d_transpose(
        P(None, 7, 7, 8), P(5, 5, 4, 8), tf.shape(P(None, 14, 14, 4)), [1, 2, 2, 1]
    )
)
sized(lambda: tf.depth_to_space(P(None, 4, 4, 8), 2))
sized(lambda: tf.space_to_depth(P(None, 4, 4, 8), 2))
held(lambda: tf.nn.conv2d(P(None, 28, 28, 1), P(5, 5, 1, 32), [1, 1, 1, 1], "SAME"))
held(lambda: tf.nn.conv2d(P(None, 28, 28, None), P(5, 5, 1, 32), [1, 1, 1, 1], "SAME"))
held(lambda: tf.nn.conv2d(P(None, 28, 28, 1), P(5, 5, 1, 32), [1, 2, 2, 1], "VALID"))
held(lambda: tf.nn.conv2d(P(None, None, 28, 1), P(5, 5, 1, 32), [1, 2, 2, 1], "SAME"))
held(lambda: tf.nn.conv2d(any_rank(), P(5, 5, 1, 32), [1, 2, 2, 1], "SAME"))
held(lambda: tf.nn.conv2d(P(None, 28, 28, 1), any_rank(), [1, 2, 2, 1], "SAME"))
held(
    lambda: tf.nn.conv2d(
        P(None, 1, 28, 28), P(5, 5, 1, 32), [1, 1, 2, 2], "SAME", data_format="NCHW"
    )
)
held(lambda: tf.nn.max_pool(P(None, 28, 28, 1), [1, 2, 2, 1], [1, 2, 2, 1], "SAME"))
held(lambda: tf.nn.max_pool(any_rank(), [1, 2, 2, 1], [1, 2, 2, 1], "SAME"))
for part in (0, 1):
    held(
        lambda: tf.nn.max_pool_with_argmax(
            P(2, 9, 8, 3), ksize=[1, 2, 2, 1], strides=[1, 2, 2, 1], padding="SAME"
        )[part]
    )
held(lambda: tf.nn.depthwise_conv2d(P(None, 28, 28, 3), P(3, 3, 3, 2), [1, 1, 1, 1], "SAME"))
held(
    lambda: tf.nn.separable_conv2d(
        P(None, 28, 28, 3), P(3, 3, 3, 2), P(1, 1, 6, 10), [1, 1, 1, 1], "SAME"
    )
)
sized(lambda: tf.nn.atrous_conv2d(P(None, 28, 28, 3), P(3, 3, 3, 2), 2, "VALID"))
sized(lambda: tf.nn.atrous_conv2d(P(None, 28, 28, 3), P(3, 3, 3, 2), 2, "SAME"))
sized(lambda: tf.nn.atrous_conv2d(P(2, 28, 28, 3), P(3, 3, 3, 2), 2, "SAME"))
sized(lambda: tf.nn.conv1d(P(None, 28, 3), P(3, 3, 2), 2, "SAME"))
held(lambda: tf.nn.conv3d(P(None, 8, 8, 8, 3), P(3, 3, 3, 3, 2), [1, 2, 2, 2, 1], "SAME"))
held(lambda: tf.nn.lrn(P(None, 8, 8, 3)))
held(
    lambda: tf.nn.conv2d(
        P(None, 28, 28, 3), P(3, 3, 3, 8), strides=[1, 3, 3, 1], padding="SAME", name="c"
    )
)
held(
    lambda: tf.nn.conv2d(
        P(None, 28, 28, 3), P(4, 4, 3, 8), [1, 1, 1, 1], "VALID", dilations=[1, 2, 2, 1]
    )
)
held(
    lambda: tf.nn.conv2d(
        input=P(2, 3, 9, 9),
        filter=P(4, 4, 3, 8),
        strides=[1, 1, 2, 2],
        padding="VALID",
        data_format="NCHW",
    )
)
held(lambda: tf.nn.conv2d(P(None, 28, 28, 3), P(3, 3, 3, 8), 2, "SAME"))
sized(lambda: tf.nn.conv1d(P(None, 28, 3), P(3, 3, 8), stride=1, padding="VALID"))
held(lambda: tf.nn.conv3d(P(None, 9, 9, 9, 3), P(2, 3, 4, 3, 8), [1, 1, 2, 1, 1], "VALID"))
held(lambda: tf.nn.convolution(P(None, 28, 28, 3), P(3, 3, 3, 8), padding="SAME"))
held(lambda: tf.nn.convolution(P(None, 28, 28, 3), P(3, 3, 3, 8), "VALID", [2, 2]))
held(
    lambda: tf.nn.conv2d_transpose(
        P(4, 7, 7, 8),
        P(5, 5, 4, 8),
        output_shape=[4, 14, 14, 4],
        strides=[1, 2, 2, 1],
        padding="SAME",
    )
)
held(
    lambda: tf.nn.conv2d_transpose(
        P(None, 7, 7, 8), P(5, 5, 4, 8), tf.placeholder(tf.int32, [4]), [1, 2, 2, 1]
    )
)
held(
    lambda: tf.nn.max_pool(
        P(None, 28, 28, 3), ksize=[1, 3, 3, 1], strides=[1, 2, 2, 1], padding="VALID"
    )
)
held(lambda: tf.nn.avg_pool(P(None, 7, 7, 3), [1, 7, 7, 1], [1, 1, 1, 1], "VALID"))
held(lambda: tf.nn.max_pool(P(None, 3, 28, 28), [1, 1, 2, 2], [1, 1, 2, 2], "SAME", "NCHW"))
held(lambda: tf.nn.avg_pool(P(None, None, None, 3), 2, 2, "SAME"))
sized(lambda: tf.depth_to_space(P(None, None, 4, 8), 2))
held(
    lambda: tf.nn.separable_conv2d(
        P(None, 9, 9, 3), P(3, 3, 3, 1), P(1, 1, 3, 8), strides=[1, 2, 2, 1], padding="VALID"
    )
)
held(lambda: tf.nn.depthwise_conv2d(P(None, 9, 9, None), P(3, 3, 3, 1), [1, 1, 1, 1], "SAME"))
sized(lambda: tf.space_to_depth(P(None, 8, 8, 1), 2))
