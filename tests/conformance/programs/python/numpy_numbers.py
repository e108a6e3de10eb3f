# Numbers that numpy computes from sizes: rounded, clipped, turned into another type.
import numpy as np
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

x = tf.placeholder(tf.float32, [4, 20, 32, 3])
side = min(x.shape.as_list()[1:3])


def blocks(name, count):
    with tf.variable_scope(name):
        for number in range(count):
            tf.get_variable("w%d" % number, [2])


blocks("levels", np.ceil(np.log2(side)).astype(int))
blocks("levels_32", np.floor(np.log2(side)).astype(np.int32))
blocks("levels_by_name", np.sqrt(side).astype("int64"))
blocks("item", np.int64(3).item())
blocks("rounded", int(np.round(side / 6.0)))
blocks("around", int(np.around(2.4)))
blocks("clipped", int(np.clip(side, 0, 3)))
blocks("clipped_float", int(np.clip(1.5, 2.0, 4.0)))
tf.get_variable("scale_%s" % np.round(2.345, 1), [1])
tf.get_variable("kept_%s" % np.round(7), [1])
tf.get_variable("type_%s" % np.ceil(1.2), [1])
