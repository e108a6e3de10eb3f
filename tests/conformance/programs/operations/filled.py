# Tensors that are filled with one number.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def P(*sizes):
    return tf.placeholder(tf.float32, sizes)


def I(*sizes):
    return tf.placeholder(tf.int32, sizes)


def held(make):
    with tf.Graph().as_default():
        made = make()
        sizes = [101, 101, 101]
        if made.shape.ndims is not None:
            sizes = [100 if size is None else size for size in made.shape.as_list()]
        with tf.variable_scope("held"):
            tf.get_variable(made.op.name, sizes, made.dtype.base_dtype, tf.zeros_initializer())


held(lambda: tf.zeros([tf.shape(P(None, 4))[0], tf.shape(P(None, 4))[1]]))
held(lambda: tf.zeros(tf.shape(P(None, 4))))
held(lambda: tf.zeros(tf.stack([tf.placeholder(tf.int32, []), 5])))
held(lambda: tf.zeros([tf.placeholder(tf.int32, []), 5]))
held(lambda: tf.zeros([tf.shape(P(None, 4))[1] * 2, 5]))
held(lambda: tf.zeros([tf.shape(P(None, 4))[0] * 2, 5]))
held(lambda: tf.zeros([tf.constant(3) * 2, 5]))
held(lambda: tf.zeros(tf.placeholder(tf.int32, [3])))
held(lambda: tf.zeros(tf.placeholder(tf.int32)))
held(lambda: tf.zeros(tf.placeholder(tf.int32, [None])))
held(lambda: tf.fill([tf.shape(P(None, 4))[1], 2], 1.0))
held(lambda: tf.ones_like(P(None, 4)))
held(lambda: tf.zeros([2, 3], tf.int32))
held(lambda: tf.zeros(3))
held(lambda: tf.zeros([]))
held(lambda: tf.fill([2, 3], 7))
held(lambda: tf.fill([2], "a"))
held(lambda: tf.zeros([tf.cast(P()[...], tf.int32), 5]))
held(lambda: tf.zeros([tf.Variable(3), 5]))
held(lambda: tf.zeros([tf.placeholder(tf.int32, []) + 1, 5]))
held(lambda: tf.ones([2] * 3))
held(lambda: tf.zeros_like(P(None, 4)))
held(lambda: tf.zeros_like([1, 2, 3]))
held(lambda: tf.ones_like(P(None, 4), dtype=tf.int32))
held(lambda: tf.zeros((2, 3), dtype="int64"))
held(lambda: tf.zeros(shape=[]))
held(lambda: tf.zeros(P(3, 4).get_shape()))
held(lambda: tf.ones(P(3, 4).shape[1:]))
held(lambda: tf.zeros([P(3, 4).get_shape()[0], P(3, 4).shape[1]]))
held(
    lambda: tf.zeros(
        [P(None, 4).get_shape()[1].value if hasattr(P(None, 4).get_shape()[1], "value") else 4, 2]
    )
)
held(lambda: tf.zeros([P(None, 4).get_shape().as_list()[1], 2]))
held(lambda: tf.zeros(tf.TensorShape([2, 3])))
held(lambda: tf.fill([tf.shape(P(None, 4))[0], 3], 0.0))
held(lambda: tf.fill(tf.shape(P(None, 4)), True))
held(lambda: tf.zeros(tf.shape(P(2, 3)) * 2))
held(lambda: tf.zeros(tf.shape(P(None, 3)) * 2))
held(lambda: tf.zeros(tf.shape(P(None, 3))[1:] * 2))
held(lambda: tf.zeros([tf.reduce_max(I(None)), 3]))
held(lambda: tf.zeros([tf.minimum(tf.shape(P(3, 4))[0], 2), 3]))
held(lambda: tf.zeros([tf.cast(tf.constant(2.0), tf.int32), 3]))
held(lambda: tf.zeros(tf.concat([[2], tf.shape(P(None, 3))], 0)))
held(lambda: tf.zeros(tf.stack([tf.shape(P(None, 3))[0], 2])))
held(lambda: tf.zeros([tf.rank(P(None, 3)), 2]))
held(lambda: tf.zeros(tf.cast(tf.shape(P(None, 3)), tf.int64)))
held(lambda: tf.ones([3])[None])
