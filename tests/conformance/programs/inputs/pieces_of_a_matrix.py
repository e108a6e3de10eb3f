# Pieces of a matrix: split with one size left open, sliced, and padded.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
x = tf.placeholder(tf.float32, [None, 9])
for number, piece in enumerate(tf.split(x, [2, -1, 3], 1)):
    tf.layers.dense(piece, 2, name="piece_%d" % number)
tf.layers.dense(x[1:, 2:-1], 2, name="sliced")
tf.layers.dense(x[..., ::2], 2, name="every_second")
tf.layers.dense(tf.pad(x, [[0, 0], [1, 2]]), 2, name="padded")
