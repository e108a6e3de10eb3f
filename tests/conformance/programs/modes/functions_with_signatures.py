# A function with a signature sees tensors of its shapes and dtypes, whatever it is given.
# tensorflow: 2.21
import numpy as np
import tensorflow as tf
from tensorflow.python.eager.polymorphic_function import polymorphic_function

v1 = tf.compat.v1
v1.disable_eager_execution()
seen = []


@tf.function(input_signature=[tf.TensorSpec([None, 4], tf.float32)])
def rows(a):
    seen.append((a.shape.as_list(), a.dtype.name))
    return tf.reduce_sum(a, 0)


@tf.function(input_signature=[[tf.TensorSpec([2], tf.float32), tf.TensorSpec(None, tf.int32)]])
def pair(held):
    seen.append(([held[0].shape[0], held[1].shape.rank or 6], held[1].dtype.name))
    return held[0]


@polymorphic_function.function
def free(a):
    seen.append((a.shape.as_list(), a.dtype.name))
    return a * 2.0


class Model(tf.Module):
    @tf.function(input_signature=[tf.TensorSpec([3, None], tf.float32)])
    def __call__(self, a):
        seen.append((a.shape.as_list(), a.dtype.name))
        return a


sums = rows([[1.0, 2.0, 3.0, 4.0]])
rows(np.ones([5, 4], np.float32))
rows(tf.ones([3, 4]))
first = pair([[1.0, 2.0], tf.zeros([2, 2], tf.int32)])
free(tf.ones([2, 8]))
free(tf.ones([2, 9]))
Model()(tf.ones([3, 1]))
for i, (sizes, dtype) in enumerate(seen):
    v1.get_variable("seen_%d_%s" % (i, dtype), [size or 7 for size in sizes])
v1.get_variable("sums", sums.shape)
v1.get_variable("first", first.shape)
v1.get_variable("sums", sums.shape)
