# Convolutions and pools of every rank, padding and format.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def P(*sizes):
    return tf.placeholder(tf.float32, sizes)


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


sized(lambda: tf.nn.max_pool1d(P(None, 9, 3), 2, 2, "VALID"))
sized(lambda: tf.nn.avg_pool1d(P(None, 9, 3), 2, 2, "SAME"))
held(lambda: tf.nn.max_pool3d(P(None, 9, 8, 7, 3), [1, 2, 2, 2, 1], [1, 2, 2, 2, 1], "SAME"))
held(lambda: tf.nn.avg_pool3d(P(None, 9, 8, 7, 3), [1, 2, 2, 2, 1], [1, 2, 2, 2, 1], "VALID"))
held(lambda: tf.nn.max_pool2d(P(None, 9, 8, 3), 2, 2, "SAME"))
held(lambda: tf.nn.max_pool(P(None, 9, 8, 3), 3, [2, 1], "VALID"))
held(
    lambda: tf.nn.avg_pool(P(None, 3, 9, 8), [1, 1, 3, 3], [1, 1, 2, 2], "SAME", data_format="NCHW")
)
sized(lambda: tf.nn.conv1d(P(None, 9, 3), P(2, 3, 5), 1, "SAME"))
sized(lambda: tf.nn.conv1d(P(None, 3, 9), P(2, 3, 5), 2, "VALID", data_format="NCW"))
held(lambda: tf.nn.conv2d(P(None, 9, 8, 3), P(2, 2, 3, 5), [2, 1], "VALID"))
held(
    lambda: tf.nn.conv3d(
        P(None, 9, 8, 7, 3), P(2, 2, 2, 3, 5), [1, 2, 2, 2, 1], "SAME", dilations=[1, 1, 1, 1, 1]
    )
)
held(
    lambda: tf.nn.conv3d_transpose(
        P(2, 4, 4, 4, 5), P(2, 2, 2, 3, 5), [2, 8, 8, 8, 3], [1, 2, 2, 2, 1]
    )
)
held(lambda: tf.nn.conv2d_transpose(P(2, 4, 4, 5), P(2, 2, 3, 5), [2, 8, 8, 3], 2, padding="SAME"))
held(
    lambda: tf.nn.conv2d_transpose(
        P(2, 5, 4, 4), P(2, 2, 3, 5), [2, 3, 8, 8], [1, 1, 2, 2], data_format="NCHW"
    )
)
held(lambda: tf.nn.depthwise_conv2d(P(None, 9, 8, 3), P(2, 2, 3, 4), [1, 2, 2, 1], "VALID"))
sized(
    lambda: tf.nn.depthwise_conv2d(
        P(None, 9, 8, 3), P(2, 2, 3, 4), [1, 1, 1, 1], "VALID", rate=[2, 2]
    )
)
held(lambda: tf.nn.depthwise_conv2d_native(P(None, 9, 8, 3), P(2, 2, 3, 4), [1, 1, 1, 1], "SAME"))
held(
    lambda: tf.nn.separable_conv2d(
        P(None, 9, 8, 3), P(2, 2, 3, 2), P(1, 1, 6, 7), [1, 1, 1, 1], "SAME", rate=[2, 2]
    )
)
sized(lambda: tf.nn.atrous_conv2d(P(None, 9, 8, 3), P(3, 3, 3, 7), rate=3, padding="SAME"))
sized(lambda: tf.nn.convolution(P(None, 9, 3), P(2, 3, 5), "VALID"))
sized(lambda: tf.nn.convolution(P(None, 9, 8, 3), P(2, 2, 3, 5), "VALID", dilation_rate=[2, 3]))
held(lambda: tf.nn.convolution(P(None, 9, 8, 7, 3), P(2, 2, 2, 3, 5), "SAME", strides=[1, 2, 3]))
held(
    lambda: tf.nn.convolution(
        P(None, 3, 9, 8), P(2, 2, 3, 5), "SAME", data_format="NCHW", strides=[2, 2]
    )
)
held(lambda: tf.nn.local_response_normalization(P(None, 9, 8, 3), 3))
sized(lambda: tf.space_to_depth(P(2, 8, 8, 3), 4, data_format="NHWC"))
