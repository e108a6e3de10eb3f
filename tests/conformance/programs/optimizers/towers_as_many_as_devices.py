# One tower for each device of the machine: their gradients are averaged row by row.
import tensorflow.compat.v1 as tf
from tensorflow.python.client import device_lib

tf.disable_v2_behavior()


def average(towers):
    means = []
    for row in zip(*towers):
        stacked = tf.concat([tf.expand_dims(gradient, 0) for gradient, _ in row], 0)
        means.append((tf.reduce_mean(stacked, 0), row[0][1]))
    return means


def kinds(*rows):
    row = next(iter(zip(*rows)))
    longer = ("first",) + row
    longer += ("last",)
    held = [isinstance(row, tuple), isinstance(row, list), hasattr(row, "append"), longer[0]]
    try:
        longer[0] = "changed"
    except TypeError:
        held.append("constant")
    return held + [row == (1,), len(row) > 0] if row == [1] else held


optimizer = tf.train.AdamOptimizer()
x = tf.placeholder(tf.float32, [8, 4])
towers = []
for place, _ in enumerate(device_lib.list_local_devices()):
    with tf.name_scope("tower_%d" % place), tf.variable_scope("net", reuse=tf.AUTO_REUSE):
        w = tf.get_variable("w", [4, 3])
        b = tf.get_variable("b", [3])
        loss = tf.reduce_mean(tf.square(tf.matmul(x, w) + b))
        towers.append(optimizer.compute_gradients(loss, [w, b]))
optimizer.apply_gradients(average(towers))
tf.get_variable("_".join(str(one) for one in kinds(*towers)), [1])
