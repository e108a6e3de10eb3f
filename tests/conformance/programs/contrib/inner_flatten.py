# _inner_flatten multiplies the inner dimensions, in a name scope that counts no variable scope.
# tensorflow: 1.15
import tensorflow as tf
from tensorflow.contrib.layers.python.layers import layers as _layers

x = tf.placeholder(tf.float32, [2, 3, 4, 5])
for rank in (2, 3, 4):
    y = _layers._inner_flatten(x, rank)
    tf.get_variable("rank_%d" % rank, y.shape)
y = _layers._inner_flatten(tf.placeholder(tf.float32, [None, 3, 4, 2]), 3, output_collections="flat", scope="mine")
tf.contrib.layers.fully_connected(y, 2)
tf.get_variable("flat", [1 + len(tf.get_collection("flat"))])
y = _layers._inner_flatten(tf.placeholder(tf.float32, [3, None, 2]), 2)
tf.get_variable("open", [3 if d is None else d for d in y.shape.as_list()])
_layers._inner_flatten(x, 5)
