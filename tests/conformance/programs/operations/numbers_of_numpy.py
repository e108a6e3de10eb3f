# What a number or a list of numpy becomes: long numbers in a list are short, alone they stay.
import numpy as np
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
for n, v in [
    ("i64", [np.int64(3)]),
    ("f64", [np.float64(3)]),
    ("argmax", [np.argmax(c) for c in np.zeros((3, 4))]),
    ("sum", [np.sum(np.zeros(3))]),
    ("scalar", np.float64(2)),
    ("mean", np.mean([1.0, 2.0])),
    ("iscalar", np.int64(2)),
    ("array", np.zeros(2)),
    ("arange", np.arange(3)),
    ("f32", [np.float32(1)]),
    ("mixed", [1, np.float64(2)]),
    ("tuple", (np.float64(1), 2.0)),
    ("u8", [np.uint8(3)]),
]:
    t = tf.convert_to_tensor(v)
    tf.get_variable("c_" + n, [1], t.dtype)
    t = tf.constant(v)
    tf.get_variable("k_" + n, [1], t.dtype)
    t = tf.identity(v)
    tf.get_variable("i_" + n, [1], t.dtype)
