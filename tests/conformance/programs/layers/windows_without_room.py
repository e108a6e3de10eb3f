# Windows without padding that are larger than what they move over: weights, then the error.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
asked = []


def told(make):
    with tf.Graph().as_default():
        try:
            value = make().shape.as_list()
        except Exception as error:
            value = type(error).__name__
        value = "%s %d" % (value, len(tf.global_variables()))
    shown = "".join(c if c.isalnum() and c < "~" or c in ".-" else "_" for c in value)
    asked.append(shown)
    tf.get_variable("%d.%s" % (len(asked), shown), [1])


def P(*given):
    return tf.placeholder(tf.float32, given)


L = tf.layers
K = tf.keras.layers
R3 = (2, 3, 3)
told(lambda: L.conv1d(P(2, 3, 4), 5, 4))
told(lambda: L.conv1d(P(2, 3, 4), 5, 3))
told(lambda: L.conv1d(P(2, 3, 4), 5, 2, dilation_rate=3))
told(lambda: L.conv1d(P(2, 3, 4), 5, 2, dilation_rate=2))
told(lambda: L.conv1d(P(None, None, 4), 5, 4))
told(lambda: L.conv1d(P(2, 3, 4), 5, 4, padding="same"))
told(lambda: L.conv1d(P(2, 4, 3), 5, 4, data_format="channels_first"))
told(lambda: L.conv2d(P(2, 3, 3, 4), 5, 4))
told(lambda: L.conv2d(P(2, 3, 3, 4), 5, (1, 4), strides=2))
told(lambda: L.conv2d(P(2, 3, None, 4), 5, (4, 1), strides=(2, 3)))
told(lambda: L.conv2d(P(2, None, 3, 4), 5, (4, 1), use_bias=False))
told(lambda: L.conv2d(P(2, 3, 3, 4), 5, 2, dilation_rate=3))
told(lambda: L.conv2d(P(2, 3, 3, 4), 5, 2, dilation_rate=2))
told(lambda: L.conv2d(P(2, 3, 3, 4), 5, 2, dilation_rate=(1, 3)))
told(lambda: L.conv2d(P(2, 3, 3, 4), 5, 5, padding="SAME"))
told(lambda: L.conv2d(P(2, 3, 3, 4), 5, 5, padding="VALID", name="n"))
told(lambda: L.conv2d(P(2, 4, 3, 3), 5, 4, data_format="channels_first"))
told(lambda: L.conv2d(P(2, 0, 3, 4), 5, 1))
told(lambda: L.conv2d(P(2, 0, 3, 4), 5, 1, padding="same"))
told(lambda: L.conv3d(P(2, 3, 3, 3, 4), 5, 4))
told(lambda: L.conv3d(P(2, 3, 3, 3, 4), 5, (1, 1, 4), strides=(1, 1, 2)))
told(lambda: L.conv3d(P(2, 3, 3, 3, 4), 5, 2, dilation_rate=3))
told(lambda: L.separable_conv2d(P(2, 3, 3, 4), 5, 4))
told(lambda: L.separable_conv2d(P(2, 3, 3, 4), 5, 2, dilation_rate=3))
told(lambda: L.separable_conv1d(P(2, 3, 4), 5, 4))
told(lambda: L.conv2d_transpose(P(2, 3, 3, 4), 5, 4, padding="valid"))
told(lambda: L.max_pooling1d(P(2, 3, 4), 4, 1))
told(lambda: L.max_pooling1d(P(2, 3, 4), 4, 1, padding="same"))
told(lambda: L.average_pooling1d(P(2, 3, 4), 4, 2))
told(lambda: L.max_pooling2d(P(2, 3, 3, 4), 4, 4))
told(lambda: L.max_pooling2d(P(2, 3, None, 4), (1, 4), 4))
told(lambda: L.max_pooling2d(P(2, None, 3, 4), (1, 4), 4))
told(lambda: L.max_pooling2d(P(2, 4, 3, 3), 4, 4, data_format="channels_first"))
told(lambda: L.average_pooling2d(P(2, 3, 3, 4), 4, 4))
told(lambda: L.average_pooling3d(P(2, 3, 3, 3, 4), 4, 4))
told(lambda: L.max_pooling3d(P(2, 3, 3, 3, 4), (1, 1, 4), 4))
told(lambda: L.max_pooling3d(P(2, 3, 3, 3, 4), (1, 1, 3), 4))


def reused():
    with tf.variable_scope("s"):
        L.conv2d(P(2, 8, 8, 4), 5, 4, name="c")
    with tf.variable_scope("s", reuse=True):
        return L.conv2d(P(2, 3, 3, 4), 5, 4, name="c")


def again():
    layer = L.Conv2D(5, 4)
    layer(P(2, 8, 8, 4))
    return layer(P(2, 3, 3, 4))


def after():
    try:
        L.conv2d(P(2, 3, 3, 4), 5, 4)
    except ValueError:
        pass
    return L.conv2d(P(2, 3, 3, 4), 5, 3)


def once_more():
    layer = L.Conv2D(5, 4)
    try:
        layer(P(2, 3, 3, 4))
    except ValueError:
        pass
    return layer(P(2, 8, 8, 4))


told(reused)
told(again)
told(after)
told(once_more)
told(lambda: K.Conv1D(5, 4)(P(2, 3, 4)))
told(lambda: K.Conv1D(5, 4, padding="causal")(P(2, 3, 4)))
told(lambda: K.Conv1D(5, 2, dilation_rate=3)(P(2, 3, 4)))
told(lambda: K.Conv2D(5, 4)(P(2, 3, 3, 4)))
told(lambda: K.Conv2D(5, 4, strides=2)(P(2, 3, 3, 4)))
told(lambda: K.Conv2D(5, 2, dilation_rate=3)(P(2, 3, 3, 4)))
told(lambda: K.Conv2D(5, 4, padding="same")(P(2, 3, 3, 4)))
told(lambda: K.Conv3D(5, 4)(P(2, 3, 3, 3, 4)))
told(lambda: K.SeparableConv2D(5, 4)(P(2, 3, 3, 4)))
told(lambda: K.SeparableConv1D(5, 4)(P(2, 3, 4)))
told(lambda: K.DepthwiseConv2D(4)(P(2, 3, 3, 4)))
told(lambda: K.Conv2DTranspose(5, 4)(P(2, 3, 3, 4)))
told(lambda: K.LocallyConnected1D(5, 4)(P(2, 3, 4)))
told(lambda: K.LocallyConnected2D(5, 4)(P(2, 3, 3, 4)))
told(lambda: K.MaxPooling1D(4)(P(2, 3, 4)))
told(lambda: K.MaxPooling2D(4)(P(2, 3, 3, 4)))
told(lambda: K.MaxPooling2D(4, padding="same")(P(2, 3, 3, 4)))
told(lambda: K.MaxPooling2D((4, 1), strides=1)(P(2, 3, 3, 4)))
told(lambda: K.AveragePooling2D(4)(P(2, 3, 3, 4)))
told(lambda: K.AveragePooling1D(4)(P(2, 3, 4)))
told(lambda: K.MaxPooling3D(4)(P(2, 3, 3, 3, 4)))
told(lambda: K.AveragePooling3D(4)(P(2, 3, 3, 3, 4)))
told(lambda: tf.keras.Sequential([K.Dense(3), K.Conv1D(2, 3), K.Conv1D(2, 3)])(P(2, 4, 4)))
told(lambda: K.TimeDistributed(K.Conv2D(5, 4))(P(2, 6, 3, 3, 4)))
told(lambda: K.ConvLSTM2D(5, 4)(P(2, 6, 3, 3, 4)))
told(lambda: K.DepthwiseConv2D(5)(P(2, 3, 3, 4)))
told(lambda: K.SeparableConv2D(5, 5)(P(2, 3, 3, 4)))


def V(*given):
    return tf.get_variable("w", given)


told(lambda: tf.nn.conv1d(P(2, 3, 4), V(4, 4, 5), 1, "VALID"))
told(lambda: tf.nn.conv2d(P(2, 3, 3, 4), V(4, 4, 4, 5), [1, 1, 1, 1], "VALID"))
told(
    lambda: tf.nn.conv2d(
        P(2, 3, 3, 4), V(2, 2, 4, 5), [1, 1, 1, 1], "VALID", dilations=[1, 3, 3, 1]
    )
)
told(lambda: tf.nn.conv2d(P(2, 3, 3, 4), V(4, 4, 4, 5), [1, 1, 1, 1], "SAME"))
told(lambda: tf.nn.conv3d(P(2, 3, 3, 3, 4), V(4, 4, 4, 4, 5), [1, 1, 1, 1, 1], "VALID"))
told(lambda: tf.nn.depthwise_conv2d(P(2, 3, 3, 4), V(4, 4, 4, 5), [1, 1, 1, 1], "VALID"))
told(lambda: tf.nn.depthwise_conv2d_native(P(2, 3, 3, 4), V(4, 4, 4, 5), [1, 1, 1, 1], "VALID"))
told(
    lambda: tf.nn.separable_conv2d(
        P(2, 3, 3, 4), V(4, 4, 4, 1), tf.ones([1, 1, 4, 3]), [1, 1, 1, 1], "VALID"
    )
)
told(
    lambda: tf.nn.separable_conv2d(
        P(2, 3, 3, 4), V(2, 2, 4, 1), tf.ones([1, 1, 4, 3]), [1, 1, 1, 1], "VALID", rate=[3, 3]
    )
)
told(lambda: tf.nn.atrous_conv2d(P(2, 3, 3, 4), V(2, 2, 4, 5), 3, "VALID"))
told(lambda: tf.nn.atrous_conv2d(P(2, 3, 3, 4), V(2, 2, 4, 5), 2, "VALID"))
told(lambda: tf.nn.convolution(P(2, 3, 3, 4), V(4, 4, 4, 5), "VALID"))
told(lambda: tf.nn.convolution(P(2, 3, 4), V(4, 4, 5), "VALID"))
told(lambda: tf.nn.convolution(P(2, 3, 3, 4), V(2, 2, 4, 5), "VALID", dilation_rate=[3, 3]))
told(lambda: tf.nn.convolution(P(2, 3, 3, 3, 4), V(4, 4, 4, 4, 5), "VALID"))
told(lambda: tf.nn.max_pool(P(2, 3, 3, 4), [1, 4, 4, 1], [1, 1, 1, 1], "VALID"))
told(lambda: tf.nn.avg_pool(P(2, 3, 3, 4), [1, 4, 4, 1], [1, 1, 1, 1], "VALID"))
told(lambda: tf.nn.max_pool(P(2, 4, 3, 3), [1, 1, 4, 4], [1, 1, 1, 1], "VALID", "NCHW"))
told(lambda: tf.nn.max_pool1d(P(2, 3, 4), 4, 1, "VALID"))
told(lambda: tf.nn.avg_pool1d(P(2, 3, 4), 4, 1, "VALID"))
told(lambda: tf.nn.max_pool3d(P(2, 3, 3, 3, 4), [1, 4, 4, 4, 1], [1, 1, 1, 1, 1], "VALID"))
told(lambda: tf.nn.pool(P(2, 3, 3, 4), [4, 4], "MAX", "VALID"))
told(lambda: tf.nn.max_pool_with_argmax(P(2, 3, 3, 4), [1, 4, 4, 1], [1, 1, 1, 1], "VALID")[0])
told(
    lambda: tf.extract_image_patches(
        P(2, 3, 3, 4), [1, 4, 4, 1], [1, 1, 1, 1], [1, 1, 1, 1], "VALID"
    )
)
