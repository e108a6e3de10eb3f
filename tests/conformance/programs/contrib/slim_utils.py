# slim.utils: the sizes of shapes, pairs of numbers, and outputs that stand in a collection.
# tensorflow: 1.15
import tensorflow as tf
from tensorflow.contrib import slim
from tensorflow.contrib.layers.python.layers import utils

number = 0


def held(value):
    global number
    number += 1
    shape = [one for one in value if isinstance(one, int)] if isinstance(value, tuple) else [value]
    tf.get_variable("n%d" % number, shape)


def refused(function):
    try:
        held(function())
    except (ValueError, IndexError) as error:
        held(len(str(error)))


images = tf.placeholder(tf.float32, [None, 8, 6, 3])
vectors = tf.placeholder(tf.float32, [4, 5])
nothing = tf.placeholder(tf.float32)
held(slim.utils.last_dimension(images.get_shape(), min_rank=4))
held(slim.utils.last_dimension(vectors.shape))
held(utils.last_dimension(vectors.shape, 2))
held(slim.utils.channel_dimension(images.shape, "channels_last", 4))
held(slim.utils.channel_dimension(images.shape, "channels_first", min_rank=4))
held(slim.utils.channel_dimension(images.shape, data_format="NHWC"))
held(slim.utils.two_element_tuple(3))
held(slim.utils.two_element_tuple([2, 5]))
held(slim.utils.two_element_tuple((2.0, 7.9)))
refused(lambda: slim.utils.last_dimension(vectors.shape, min_rank=4))
refused(lambda: slim.utils.last_dimension(nothing.shape))
refused(lambda: slim.utils.last_dimension(tf.TensorShape([2, None])))
refused(lambda: slim.utils.channel_dimension(tf.TensorShape([2]), "channels_first"))
with tf.variable_scope("block") as scope:
    net = slim.conv2d(images, 4, 1, scope="conv")
    net = slim.utils.collect_named_outputs("ends", scope.name, net)
    depth = slim.utils.last_dimension(net.get_shape())
    if depth == 4:
        net = slim.utils.collect_named_outputs(["ends", "others"], scope.name + "/two/", net * 2)
ends = slim.utils.convert_collection_to_dict("ends")
for name in sorted(ends):
    tf.get_variable("of/" + name, ends[name].shape[1:])
held(len(tf.get_collection("others")))
held(len(tf.get_collection("ends")))
