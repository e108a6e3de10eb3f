# Channels that are not known are refused; methods of resource variables read and change rows.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
L = tf.layers


def told(layer, shape, first):
    order = "channels_first" if first else "channels_last"
    try:
        layer(tf.placeholder(tf.float32, shape), 3, 2, data_format=order)
    except ValueError:
        tf.get_variable("%s_%d" % (layer.__name__, first), [])


told(L.conv1d, [5, None, 4], True)
told(L.conv1d, [5, 4, None], False)
told(L.conv2d_transpose, [5, 4, 4, None], False)
told(L.conv3d_transpose, [5, None, 4, 4, 4], True)
weights = tf.get_variable("weights", [4, 3], use_resource=True)
rows = tf.IndexedSlices(tf.ones([2, 3]), tf.constant([0, 1]))
tf.get_variable("read", weights.sparse_read(tf.constant([0, 1])).shape)
tf.get_variable("single", weights.gather_nd(tf.constant([[0, 1], [1, 2]])).shape)
for method in ("scatter_div", "scatter_max", "scatter_min", "scatter_mul", "batch_scatter_update"):
    tf.get_variable(method, getattr(weights, method)(rows).shape)
tf.get_variable("nd", weights.scatter_nd_add(tf.constant([[0], [1]]), tf.ones([2, 3])).shape)
L.conv2d(tf.placeholder(tf.float32, [5, None, 4, 4]), 3, 2, data_format="channels_first")
