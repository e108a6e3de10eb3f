# Reductions of every kind, and searches.
import numpy as np
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


held(lambda: tf.reduce_min(P(None, 4)))
held(lambda: tf.reduce_min(P(None, 4, 5), axis=[-1], keepdims=True))
held(lambda: tf.reduce_any(P(None, 4) > 0, axis=0))
sized(lambda: tf.math.reduce_variance(P(None, 4), 1))
held(lambda: tf.math.reduce_euclidean_norm(P(None, 4), 1))
sized(lambda: tf.reduce_logsumexp(P(None, 4), keepdims=True))
held(lambda: tf.argmax(P(None, 4), axis=0, name="top"))
held(lambda: tf.argmin(P(4, 5, 6), 2, output_type=tf.int32))
held(lambda: tf.arg_max(P(None, 4), 1))
held(lambda: tf.arg_min(P(None, 4), 1))
held(lambda: tf.reduce_sum(P(3, 4, 5), [0, 2]))
held(lambda: tf.reduce_sum(P(3, 4, 5), [0, 2], keepdims=True))
held(lambda: tf.reduce_mean(any_rank(), keepdims=True))
held(lambda: tf.reduce_mean(any_rank(), [0], keepdims=True))
held(lambda: tf.reduce_sum(P(3, 4), axis=()))
held(lambda: tf.reduce_max(P(3, None, 5), axis=tf.constant([0])))
held(lambda: tf.reduce_sum(P(3, 4), axis=np.array([1])))
held(lambda: tf.reduce_sum(1.0))
sized(lambda: tf.count_nonzero(P(None, 4), axis=1))
sized(lambda: tf.count_nonzero(P(None, 4), axis=1, keepdims=True, dtype=tf.int32))
sized(lambda: tf.nn.moments(P(3, 4, 5), [0, 1], keep_dims=False)[0])
sized(lambda: tf.nn.weighted_moments(P(None, 4), [0], P(None, 1))[0])
held(lambda: tf.nn.top_k(P(3, 9), 4)[0])
held(lambda: tf.nn.top_k(P(9), I())[0])
sized(lambda: tf.math.top_k(P(3, 9), 2).indices)
held(lambda: tf.trace(P(None, 4, 4)))
held(lambda: tf.cumsum(P(3, 4), axis=-1, exclusive=True, reverse=True))
