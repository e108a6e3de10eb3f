# Poolings, flattening, dropout and dilated convolutions refuse ranks, rates and strides.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
layers = tf.layers


def of(*sizes):
    return tf.placeholder(tf.float32, sizes)


TRIED = [
    lambda: layers.max_pooling2d(of(2, 8, 8), 2, 2),
    lambda: layers.average_pooling1d(of(2, 8), 2, 2),
    lambda: layers.max_pooling2d(of(2, 8, 8, 3), 2, 2),
    lambda: layers.flatten(of()),
    lambda: layers.flatten(of(3)),
    lambda: layers.dropout(of(3, 4), rate=1.5),
    lambda: layers.dropout(of(3, 4), rate=1.5, training=True),
    lambda: layers.dropout(of(3, 4), rate=0.5, training=True),
    lambda: layers.conv2d(of(2, 8, 8, 3), 4, 3, strides=2, dilation_rate=2),
]
for number, build in enumerate(TRIED):
    try:
        build()
    except ValueError:
        tf.get_variable("refused_%d" % number, [1])
layers.max_pooling3d(of(2, 8, 8, 3), 2, 2)
