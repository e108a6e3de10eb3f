# An axis that stands alone in a list.
import numpy as np
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
images = tf.placeholder(tf.float32, [None, 6, 5])
rows = tf.reshape(images, [-1, 30])
for name, tensor in [
    ("list", tf.expand_dims(rows, [0])),
    ("tuple", tf.expand_dims(rows, (1,))),
    ("last", tf.expand_dims(rows, [-1])),
    ("array", tf.expand_dims(rows, np.array([2]))),
    ("named", tf.expand_dims(rows, axis=[1])),
    ("constant", tf.expand_dims(rows, tf.constant([0]))),
]:
    sizes = [0 if size is None else size for size in tensor.shape.as_list()]
    tf.get_variable("%s_%d" % (name, len(sizes)), [size + 1 for size in sizes])
