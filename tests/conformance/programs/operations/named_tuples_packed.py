# Named tuples of tensors become one tensor, as lists and tuples do
import collections

import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

c = tf.placeholder(tf.float32, [None, 8])
h = tf.placeholder(tf.float32, [None, 8])
state = tf.nn.rnn_cell.LSTMStateTuple(c, h)


def size(name, tensor):
    shape = [1 if d is None else d for d in tensor.shape.as_list()]
    tf.get_variable(name, shape, dtype=tensor.dtype)


size("a", tf.concat((state, state), axis=1))
size("b", tf.concat([[c, h], [h, c]], 2))
size("c", tf.concat(((c, h), (c, h)), 0))
size("d", tf.stack([state, state]))
size("e", tf.reduce_mean([c, h], 0))
size("f", tf.convert_to_tensor([[c, h], [c, h]]))
size("g", tf.reshape(state, [2, -1, 4]))
size("h", tf.expand_dims((c, h), 0))
tf.layers.dense(tf.concat((state, state), 2), 3, name="i")
size("k", tf.transpose([c, h], [1, 0, 2]))
size("l", tf.add(state, 1.0))
size("m", tf.matmul([c, h], tf.ones([2, 8, 5])))
size("n", tf.tile([state], [1, 1, 1, 2]))
size("o", tf.unstack([[c, h], [c, h]])[0])
size("p", tf.squeeze([[c]], [0]))
Pair = collections.namedtuple("Pair", ["left", "right"])
size("q", tf.concat(Pair(c, h), 1))
size("r", tf.stack([Pair(c, h), Pair(h, c)], 1))
