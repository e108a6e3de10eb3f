# Joined, split, tiled and padded tensors.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def P(*sizes):
    return tf.placeholder(tf.float32, sizes)


def I(*sizes):
    return tf.placeholder(tf.int32, sizes)


def any_rank():
    return tf.placeholder(tf.float32)


def held(make, named=True):
    with tf.Graph().as_default():
        made = make()
        sizes = [101, 101, 101]
        if made.shape.ndims is not None:
            sizes = [100 if size is None else size for size in made.shape.as_list()]
        name = made.op.name if named else "v"
        with tf.variable_scope("held"):
            tf.get_variable(name, sizes, made.dtype.base_dtype, tf.zeros_initializer())


def sized(make):
    held(make, named=False)


held(lambda: tf.tile(P(1, 4), [tf.shape(P(None, 4))[0], 1]))
held(lambda: tf.tile(P(1, 4), [tf.placeholder(tf.int32, []), 2]))
held(lambda: tf.tile(P(None, 4), [2, 3]))
held(lambda: tf.tile(P(None, 4), tf.placeholder(tf.int32, [2])))
held(lambda: tf.tile(P(1, 4), tf.stack([tf.shape(P(None, 4))[0], 3])))
held(lambda: tf.slice(P(None, 4), [0, 1], [-1, 2]))
held(lambda: tf.slice(P(None, 4), [0, 1], [tf.shape(P(None, 4))[0], 2]))
held(lambda: tf.slice(P(None, 4), [0, 0], [tf.placeholder(tf.int32, []), 2]))
held(lambda: tf.slice(P(5, 4), [0, tf.placeholder(tf.int32, [])], [3, 2]))
held(lambda: tf.slice(P(5, 4), [0, tf.placeholder(tf.int32, [])], [-1, -1]))
held(lambda: tf.pad(P(None, 4), [[1, 2], [3, 4]]))
held(lambda: tf.pad(P(None, 4), [[0, tf.placeholder(tf.int32, [])], [0, 1]]))
held(lambda: tf.expand_dims(P(None, 4), -1))
held(lambda: tf.expand_dims(P(None, 4), tf.placeholder(tf.int32, [])))
sized(lambda: tf.squeeze(P(None, 1, 4)))
sized(lambda: tf.squeeze(P(None, 1, 4), [1]))
sized(lambda: tf.squeeze(P(3, 1, 4, 1)))
held(lambda: tf.concat([P(None, 3), P(5, None)], 0))
held(lambda: tf.concat([P(None, 3), P(5, None)], 1))
held(lambda: tf.concat([any_rank(), P(5, 2)], 1))
held(lambda: tf.concat([any_rank(), any_rank()], 1))
held(lambda: tf.concat([P(2, 2), P(5, 2)], tf.placeholder(tf.int32, [])))
held(lambda: tf.stack([P(None, 3), P(2, None)]))
held(lambda: tf.stack([P(None, 3), P(2, None)], axis=-1))
sized(lambda: tf.boolean_mask(P(None, 4), tf.placeholder(tf.bool, [None])))
held(lambda: tf.transpose(P(None, 4)))
held(lambda: tf.transpose(P(None, 4, 5), [0, 2, 1]))
held(lambda: tf.transpose(any_rank()))
held(lambda: tf.transpose(any_rank(), [0, 2, 1]))
held(lambda: tf.transpose(P(None, 4, 5), tf.placeholder(tf.int32, [3])))
held(lambda: tf.split(P(None, 4), 2, 1)[0])
held(lambda: tf.split(P(None, 4), [1, 3], 1)[1])
held(lambda: tf.split(any_rank(), 2, 1)[0])
held(lambda: tf.split(P(None, 4), 2, 0)[0])
held(lambda: tf.where(tf.placeholder(tf.bool, [None]), P(None, 4), P(3, 4)))
held(lambda: tf.where(P(None, 4) > 0))
sized(lambda: tf.reverse(P(None, 4), [1]))
sized(lambda: tf.dynamic_partition(P(None, 4), tf.placeholder(tf.int32, [None]), 2)[0])
held(lambda: tf.unstack(P(3, 4))[0])
held(lambda: tf.expand_dims([1, 2], 0))
held(lambda: tf.expand_dims(1, 0))
sized(lambda: tf.meshgrid(P(3), P(4))[0])
held(lambda: tf.concat([P(2, 3), P(2, 4)], 1))
held(lambda: tf.concat(values=[P(None, 3), P(None, 4)], axis=-1))
held(lambda: tf.concat([P(None, 3)], 0))
held(lambda: tf.concat([tf.shape(P(None, 4))[:1], [3]], 0))
held(lambda: tf.stack([P(3), P(3)], axis=1))
held(lambda: tf.stack([1.0, 2.0]))
held(lambda: tf.stack([[1, 2], [3, 4]]))
held(lambda: tf.stack([tf.shape(P(None, 4))[0], 2, 3]))
held(lambda: tf.unstack(P(None, 5, 2), axis=1)[2])
held(lambda: tf.unstack(P(None, 5, 2), num=5, axis=1)[0])
held(lambda: tf.split(P(None, 6), 3, axis=1)[2])
held(lambda: tf.split(value=P(None, 6), num_or_size_splits=[2, 4], axis=-1)[1])
held(lambda: tf.split(P(None, 6), [2, -1], 1)[1])
held(lambda: tf.expand_dims(P(None, 4), 1))
held(lambda: tf.expand_dims(P(None, 4), axis=-2))
sized(lambda: tf.squeeze(P(None, 1, 1, 4), axis=[1, 2]))
sized(lambda: tf.squeeze(P(None, 1, 4), axis=-2))
held(lambda: tf.transpose(P(2, 3, 4)))
held(lambda: tf.transpose(P(None, 3, 4), perm=[1, 0, 2]))
held(lambda: tf.tile(tf.expand_dims(P(None, 4), 1), [1, 6, 1]))
held(lambda: tf.tile(P(None, 4), tf.stack([2, tf.shape(P(None, 4))[0]])))
held(lambda: tf.pad(P(None, 8, 8, 3), [[0, 0], [1, 1], [1, 1], [0, 0]], "REFLECT"))
held(lambda: tf.slice(P(None, 8, 8, 3), [0, 2, 2, 0], [-1, 4, 4, -1]))
held(lambda: tf.strided_slice(P(10, 8), [0, 1], [5, 8], [1, 2]))
held(lambda: tf.strided_slice(P(None, 8), [0, 0], [I(), -1], [1, 1]))
sized(lambda: tf.boolean_mask(P(3, 4, 5), tf.placeholder(tf.bool, [3, None])))
sized(lambda: tf.boolean_mask(P(3, 4), [True, False, True]))
held(lambda: tf.where(P(3, 4) > 0, P(3, 4), tf.zeros([3, 4])))
held(lambda: tf.where(P(None, 4) > 0, P(None, 4), tf.zeros_like(P(3, 4))))
sized(lambda: tf.reverse(P(None, 4), axis=[-1]))
sized(lambda: tf.meshgrid(tf.range(3), tf.range(4), indexing="ij")[0])
held(lambda: tf.split(P(6), 3)[0])
held(lambda: tf.split(tf.zeros([4, 6]), num_or_size_splits=2)[0])
held(lambda: list(tf.unstack(tf.zeros([3, 4])))[0])
