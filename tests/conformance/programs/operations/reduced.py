# Reductions and products.
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


held(lambda: tf.reduce_sum(any_rank()))
held(lambda: tf.reduce_sum(any_rank(), 1))
held(lambda: tf.reduce_sum(P(None, 4), tf.placeholder(tf.int32, [])))
held(lambda: tf.reduce_sum(P(None, 4, 5), [1, 2], keepdims=True))
held(lambda: tf.matmul(P(None, 3), P(3, 4)))
held(lambda: tf.matmul(any_rank(), P(3, 4)))
held(lambda: tf.matmul(any_rank(), any_rank()))
held(lambda: tf.matmul(P(2, None, 3), P(2, 3, 4)))
held(lambda: tf.matmul(P(None, 2, 3), P(None, 3, 4)))
held(lambda: tf.matmul(P(None, 2, 3), P(1, 3, 4)))
held(lambda: tf.matmul(P(None, 3), P(4, 3), transpose_b=True))
held(lambda: tf.cumsum(P(None, 4)))
held(lambda: tf.argmax(P(None, 4), 1))
held(lambda: tf.argmax(P(None, 4), 1, output_type=tf.int32))
sized(lambda: tf.norm(P(None, 4)))
sized(lambda: tf.norm(P(None, 4), axis=1))
held(lambda: tf.tensordot(P(None, 4), P(4, 5), 1))
held(lambda: tf.tensordot(P(None, None, 4), P(4, 5), [[2], [0]]))
sized(lambda: tf.einsum("ij, jk->ik", P(None, 4), P(4, 5)))
held(lambda: tf.matmul(P(3, None), P(3, 4), transpose_a=True))
held(lambda: tf.matmul(P(None, 8, 3, 4), P(None, 8, 4, 5)))
held(lambda: tf.matmul(tf.constant([[1.0, 2.0]]), P(2, None)))
held(lambda: tf.tensordot(P(None, 3, 4), P(4, 3, 7), axes=[[1, 2], [1, 0]]))
held(lambda: tf.tensordot(P(None, 3, 4), P(4, 5), axes=[[2], [0]]))
sized(lambda: tf.einsum("bij, bjk->bik", P(None, 3, 4), P(None, 4, 5)))
sized(lambda: tf.einsum("bhwc, c->bhw", P(None, 8, 9, 4), P(4)))
held(lambda: tf.reduce_mean(P(None, 4)))
held(lambda: tf.reduce_mean(P(None, 4, 5), axis=[0, 1]))
held(lambda: tf.reduce_mean(P(None, 4, 5), axis=-1, keep_dims=True))
held(lambda: tf.reduce_mean(P(None, 4, 5), reduction_indices=[1]))
held(lambda: tf.reduce_sum(P(None, 4, 5), 1, True))
held(lambda: tf.reduce_max(P(None, 4), axis=1, keepdims=True))
held(lambda: tf.reduce_all(P(None, 4) > 0, 1))
sized(lambda: tf.reduce_logsumexp(P(None, 4), 1))
held(lambda: tf.reduce_prod(I(None, 4), 0))
held(lambda: tf.reduce_sum([1.0, 2.0, 3.0]))
held(lambda: tf.reduce_mean(P(None, 8, 8, 3), [1, 2]))
held(lambda: tf.argmax(P(None, 4, 5), axis=-1))
held(lambda: tf.argmin(P(None, 4), 0))
sized(lambda: tf.count_nonzero(P(None, 4)))
sized(lambda: tf.norm(P(None, 4), axis=-1, keep_dims=True))
held(lambda: tf.cumsum(P(None, 4), axis=1))
sized(lambda: tf.math.reduce_std(P(None, 4), 0))
