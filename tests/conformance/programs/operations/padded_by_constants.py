# Paddings that are a constant tensor: of lists, of an array, of numbers computed before.
import numpy as np
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

x = tf.placeholder(tf.float32, [None, 8, 8, 3])
size = (3 - 1) // 2
lists = tf.pad(x, tf.constant([[0, 0], [1, 1], [1, 2], [0, 0]]))
mirrored = tf.pad(x, tf.constant([[0, 0], [size, size], [size, size], [0, 0]]), "REFLECT")
array = tf.pad(x, tf.constant(np.array([[0, 0], [2, 2], [2, 2], [0, 1]])), name="array")
fed = tf.pad(x, tf.placeholder_with_default([[0, 0], [1, 1], [1, 1], [0, 0]], [4, 2]))
sides = [tf.layers.flatten(lists), mirrored, array]
for number, side in enumerate(sides):
    tf.layers.dense(side, 2, name="of_%d" % number)
tf.Variable(tf.zeros([1 if fed.shape[3].value is None else 2]), name="fed")
chosen = tf.constant([[0, 0], [1, 1]]) if len(sides) > 2 else tf.constant([[0, 0], [9, 9]])
tf.get_variable("chosen", tf.pad(tf.ones([2, 2]), chosen).shape)
