# Joined, split, gathered, masked and sliced tensors of every kind.
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


held(lambda: tf.concat([P(2, 3), P(4, 3)], axis=0, name="c"))
held(lambda: tf.concat([P(None, 3), P(2, 3)], -2))
held(lambda: tf.concat((P(2, 3), P(2, None)), 1))
held(lambda: tf.concat(P(2, 3), 0))
held(lambda: tf.concat([[1], [2, 3]], 0))
held(lambda: tf.concat([I(2), [3]], 0))
held(lambda: tf.stack([P(2, 3)] * 3, axis=2))
held(lambda: tf.stack([P(None, 3), P(2, None)], 1, "s"))
held(lambda: tf.stack((1, 2)))
held(lambda: tf.unstack(P(2, 3, 4))[1])
held(lambda: tf.unstack(P(2, None, 4), 5, 1)[0])
held(lambda: tf.unstack(P(2, 3, 4), axis=-1)[3])
held(lambda: tf.split(P(4, 6), 2)[1])
held(lambda: tf.split(P(4, 6), [1, 2, 3], 1)[2])
held(lambda: tf.split(P(None, 6), 3, -1, name="s")[2])
held(lambda: tf.split(P(4, None), 2, axis=1)[0])
held(lambda: tf.split(P(4, 6), [1, -1], 0)[1])
held(lambda: tf.tile(P(2, 3), (2, 3)))
held(lambda: tf.tile(P(None, 3), tf.constant([1, 2])))
held(lambda: tf.tile([1, 2], [3]))
held(lambda: tf.pad(P(2, 3), [[1, 0], [0, 2]]))
held(lambda: tf.pad(P(2, None), [[1, 0], [0, 2]], constant_values=1.0))
held(lambda: tf.pad(P(2, 3), I(2, 2)))
held(lambda: tf.reshape(P(2, 6), [3, 4]))
held(lambda: tf.reshape(P(None, 6), (-1, 3, 2)))
held(lambda: tf.reshape(P(None, 4), tf.constant([-1, 2])))
held(lambda: tf.expand_dims(P(2, 3), axis=1, name="e"))
held(lambda: tf.expand_dims(P(2, 3), dim=0))
held(lambda: tf.expand_dims(any_rank(), 0))
held(lambda: tf.expand_dims(P(2, 3), 2))
sized(lambda: tf.squeeze(P(1, 2, 1)))
sized(lambda: tf.squeeze(P(1, 2, 1), 0))
sized(lambda: tf.squeeze(P(1, 2, 1), squeeze_dims=[2]))
sized(lambda: tf.squeeze(P(None, 1), axis=[-1]))
held(lambda: tf.transpose(P(2, 3, 4), [2, 0, 1]))
held(lambda: tf.transpose(P(2, 3), conjugate=True))
held(lambda: tf.transpose(P(2, None, 4), (1, 0, 2), name="t"))
sized(lambda: tf.reverse(P(2, 3), [0, 1]))
sized(lambda: tf.reverse_sequence(P(2, 3), I(2), 1))
sized(lambda: tf.reverse_v2(P(2, 3), [0]))
sized(lambda: tf.meshgrid(P(3), P(4))[1])
sized(lambda: tf.meshgrid(P(3), P(4), P(5), indexing="ij")[2])
held(lambda: tf.slice(P(4, 5), [1, 0], [2, 3]))
held(lambda: tf.slice(P(4, 5), [1, 2], [-1, -1]))
held(lambda: tf.slice(P(None, 5), (0, 1), (2, 3)))
held(lambda: tf.slice(P(4, 5), I(2), [2, 3]))
held(lambda: tf.slice(P(4, 5), [0, 0], I(2)))
held(lambda: tf.strided_slice(P(8, 9), [1, 2], [7, 8], [2, 3]))
held(lambda: tf.strided_slice(P(8, 9), [0, 0], [8, 9], begin_mask=1, end_mask=2))
held(lambda: tf.strided_slice(P(8, 9), [1, 2], [7, 8], shrink_axis_mask=1))
held(lambda: tf.strided_slice(P(8, 9), [1], [7]))
held(lambda: tf.gather(P(4, 5), [1, 2]))
held(lambda: tf.gather(P(4, 5), I(2, 3), axis=1, name="g"))
held(lambda: tf.gather(P(4, 5, 6), I(), axis=-1))
held(lambda: tf.gather(P(4, 5), indices=I(None)))
held(lambda: tf.gather(P(4, 5), I(4, 2), batch_dims=1, axis=1))
held(lambda: tf.gather_nd(P(4, 5, 6), I(7, 2)))
held(lambda: tf.gather_nd(P(4, 5, 6), I(7, 3)))
held(lambda: tf.gather_nd(P(4, 5, 6), [[0], [1]]))
sized(lambda: tf.boolean_mask(P(4, 5), P(4) > 0))
sized(lambda: tf.boolean_mask(P(4, 5, 6), P(4, 5) > 0))
sized(lambda: tf.boolean_mask(P(4, 5, 6), P(5) > 0, axis=1))
held(lambda: tf.where(P(4) > 0))
held(lambda: tf.where(P(4, 5) > 0, P(4, 5), P(4, 5)))
held(lambda: tf.where(P(4) > 0, P(4, 5), P(4, 5)))
held(lambda: tf.where_v2(P(4, 1) > 0, P(5), P(4, 5)))
held(lambda: tf.where(P(None, 5) > 0, tf.zeros([3, 5]), tf.ones([3, 5])))
sized(lambda: tf.dynamic_partition(P(4, 5), I(4), 3)[2])
held(lambda: tf.broadcast_to(P(3), [2, 3]))
held(lambda: tf.shape(P(2, 3, 4))[1:])
held(lambda: tf.shape(P(None, 3), name="s"))
held(lambda: tf.size(P(2, 3), name="n"))
held(lambda: tf.size(any_rank(), out_type=tf.int64))
held(lambda: tf.rank(any_rank()))
held(lambda: tf.identity(P(2, 3)))
sized(lambda: tf.space_to_depth(P(None, 4, 6, 3), block_size=2))
sized(lambda: tf.depth_to_space(P(None, 4, 6, 12), block_size=2))
held(lambda: P(4, 5)[1:3, ::2])
held(lambda: P(4, 5)[-1])
held(lambda: P(4, 5)[..., 1])
held(lambda: P(4, 5)[:, None])
held(lambda: P(4, 5)[tf.newaxis, 1:, tf.newaxis])
held(lambda: P(4, 5)[::-1])
held(lambda: P(4, 5)[3:1])
held(lambda: P(4, 5)[-3:-1])
held(lambda: P(4, 5)[5:])
held(lambda: P(4, 5, 6)[1, ..., 2])
held(lambda: P(4, 5, 6)[..., 1:3, :])
held(lambda: P(4, 5)[I()])
held(lambda: P(4, 5)[1 : I()])
held(lambda: P(4, 5)[tf.constant(1)])
held(lambda: P(4, 5)[tf.constant(1) : 3])
held(lambda: any_rank()[1:3])
held(lambda: any_rank()[..., 0])
held(lambda: P(None, 5)[1:])
held(lambda: P(None, 5)[:3])
held(lambda: P(None, 5)[-2:])
