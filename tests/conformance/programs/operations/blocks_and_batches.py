# Blocks of space moved into the batch and back; distances of sequences; slim.layers.
# tensorflow: 1.15
import tensorflow as tf
import tensorflow.contrib.slim as slim


def seen(name, tensor):
    dims = "unknown" if tensor.shape.ndims is None else "_".join(map(str, tensor.shape.as_list()))
    tf.get_variable("%s_%s_%s" % (name, tensor.dtype.name, dims), [1])


x = tf.placeholder(tf.float32, [2, 8, 6, 3])
into = tf.space_to_batch_nd(x, [4, 2], [[0, 0], [1, 1]])
seen("into", into)
seen("back", tf.batch_to_space_nd(into, [4, 2], [[0, 0], [1, 1]]))
open_batch = tf.placeholder(tf.float64, [None, 8, None, 3])
seen("open", tf.space_to_batch_nd(open_batch, [2, 2], [[0, 0], [0, 0]]))
seen("old", tf.space_to_batch(x, [[0, 0], [0, 0]], 2))
seen("older", tf.batch_to_space(tf.zeros([8, 3, 3, 1]), [[0, 0], [0, 0]], 2))
tf.layers.conv2d(into, 5, 1)
given = tf.sparse_placeholder(tf.int32)
seen("distance", tf.reduce_mean(tf.edit_distance(given, given, normalize=True)))
slim.layers.conv2d(x, 4, 3, scope="conv")
slim.layers.fully_connected(slim.layers.flatten(x), 2, scope="full")
