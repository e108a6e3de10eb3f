# A number of numpy's has attributes that Python's has not, and so has sys.version_info.
import sys

import numpy as np
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def noted(name, size):
    tf.get_variable(name, [size])


total = np.sum([2, 3])
noted("sum_%d_%d" % (len(total.shape), total.ndim), total.size)
noted("item", total.item())
noted("tolist", total.tolist() + 1)
noted("copy", int(total.copy()))
noted("product", np.prod([2, 3]).astype(np.int32).item())
noted("largest", np.max([4, 7]).max())
noted("element", np.array([4, 7])[1].sum())
noted("of_list", [one.item() for one in np.array([4, 7])][0])
noted("divided", (np.int64(7) // 2).squeeze())
noted("reduced", np.array([[1, 2], [3, 4]]).sum().prod())
noted("python", sys.version_info.major)
noted("parts", len(sys.version_info[:2]))
if sys.version_info >= (3,) and sys.version_info[0] > 2 and sys.version_info.major == 3:
    noted("three", 3)
try:
    "text".shape
except AttributeError:
    noted("text", 1)
found = tf.unique(tf.constant([1, 1, 2]))
noted("unique", len(found))
first, second = found
tf.get_variable("indices", second.shape)
tf.get_variable("places", found.idx.shape)
