# Layers of contrib whose windows find no room in their input.
# tensorflow: 1.15
import tensorflow as tf
from tensorflow.contrib import layers, slim

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


def stacked():
    with slim.arg_scope([slim.conv2d], padding="VALID"):
        x = P(2, 6, 6, 4)
        for width in (5, 6, 7):
            x = slim.conv2d(x, width, 3, scope="c%d" % width)
        return slim.flatten(x)


def normalized():
    x = slim.conv2d(P(2, 3, 3, 4), 5, 4, padding="VALID", normalizer_fn=slim.batch_norm)
    return x


told(lambda: slim.conv2d(P(2, 3, 3, 4), 5, 4))
told(lambda: slim.conv2d(P(2, 3, 3, 4), 5, 4, padding="VALID"))
told(lambda: slim.conv2d(P(2, 3, 3, 4), 5, [3, 3], padding="VALID"))
told(lambda: slim.conv2d(P(2, 3, 3, 4), 5, 2, rate=3, padding="VALID"))
told(stacked)
told(normalized)
told(lambda: layers.conv1d(P(2, 3, 4), 5, 4, padding="VALID"))
told(lambda: layers.conv3d(P(2, 3, 3, 3, 4), 5, 4, padding="VALID"))
told(lambda: layers.separable_conv2d(P(2, 3, 3, 4), 5, 4, 1, padding="VALID"))
told(lambda: layers.separable_conv2d(P(2, 3, 3, 4), None, 4, 1, padding="VALID"))
told(lambda: layers.conv2d_in_plane(P(2, 3, 3, 4), 4, padding="VALID"))
told(lambda: layers.max_pool2d(P(2, 3, 3, 4), 4))
told(lambda: layers.avg_pool2d(P(2, 3, 3, 4), [4, 1], padding="VALID"))
told(lambda: layers.max_pool2d(P(2, 3, 3, 4), 4, padding="SAME"))
told(lambda: layers.max_pool2d(P(2, 3, 4, 4), 4, data_format="NCHW"))
told(lambda: layers.max_pool3d(P(2, 3, 3, 3, 4), 4))
told(lambda: slim.avg_pool2d(P(2, None, 3, 4), 4))
told(lambda: slim.avg_pool2d(P(2, None, 3, 4), [4, 3]))
