# numpy's short names of dtypes; "float" is the longer one there, and the shorter one in TensorFlow.
import numpy as np
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

for at, code in enumerate("f d i l q b B h e f4 f8 i4 i8 u1 <f4 |u1 <i8 ? float int float32".split()):
    tf.Variable(np.zeros([2]).astype(code), name="astype_%d" % at)
    tf.Variable(np.zeros([2], dtype=code), name="zeros_%d" % at)
tf.Variable(np.random.uniform(size=(5, 3)).astype("f"), name="drawn")
