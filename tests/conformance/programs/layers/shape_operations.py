# expand_dims, squeeze, transpose, tile, stack, split, unstack and slices carry static sizes to the next kernel.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
x = tf.placeholder(tf.float32, [None, 3, 5])
tf.layers.dense(tf.transpose(x, [0, 2, 1]), 1, name="transposed")
tf.layers.dense(tf.squeeze(x[:, :1, :], axis=1), 1, name="squeezed")
tf.layers.dense(tf.tile(x, [1, 1, 2]), 1, name="tiled")
tf.layers.dense(tf.stack([x, x], axis=-1), 1, name="stacked")
left, right = tf.split(x, [1, 4], axis=2)
tf.layers.dense(left, 1, name="left")
tf.layers.dense(right, 1, name="right")
tf.layers.dense(tf.unstack(x, axis=1)[0], 1, name="unstacked")
tf.layers.dense(x[:, -1, 1:4], 1, name="sliced")
tf.layers.dense(tf.expand_dims(x, -1), 1, name="expanded")
tf.layers.dense(tf.one_hot(tf.zeros([2], tf.int32), 9), 1, name="one_hot")
