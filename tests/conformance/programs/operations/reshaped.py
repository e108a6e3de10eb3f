# Reshaped tensors.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def P(*sizes):
    return tf.placeholder(tf.float32, sizes)


def any_rank():
    return tf.placeholder(tf.float32)


def held(make):
    with tf.Graph().as_default():
        made = make()
        sizes = [101, 101, 101]
        if made.shape.ndims is not None:
            sizes = [100 if size is None else size for size in made.shape.as_list()]
        with tf.variable_scope("held"):
            tf.get_variable(made.op.name, sizes, made.dtype.base_dtype, tf.zeros_initializer())


held(lambda: tf.reshape(P(3, None), [tf.shape(P(3, None))[0], -1]))
held(lambda: tf.reshape(P(3, None, 4), [tf.shape(P(3, None))[0], -1, 4]))
held(lambda: tf.reshape(P(None, 4, 5), [tf.shape(P(None, 4, 5))[0], 20]))
held(lambda: tf.reshape(P(None, 4, 5), [-1, tf.shape(P(None, 4, 5))[1] * 5]))
held(lambda: tf.reshape(P(3, 4, 5), [-1, tf.shape(P(3, 4, 5))[1] * 5]))
held(lambda: tf.reshape(P(None, 20), tf.shape(P(None, 4, 5))))
held(lambda: tf.reshape(P(None, 20), tf.stack([tf.shape(P(None, 4, 5))[0], 4, 5])))
held(lambda: tf.reshape(P(None, 20), tf.concat([tf.shape(P(None, 4, 5))[:1], [4, 5]], 0)))
held(lambda: tf.reshape(P(None, 20), tf.concat([[-1], tf.shape(P(None, 4, 5))[1:]], 0)))
held(lambda: tf.reshape(any_rank(), [-1]))
held(lambda: tf.reshape(any_rank(), [-1, 10]))
held(lambda: tf.reshape(P(4, 5), [-1, 10]))
held(lambda: tf.reshape(P(None, 5), tf.placeholder(tf.int32, [2])))
held(lambda: tf.reshape(P(2, 3), (tf.placeholder(tf.int32, []), 3)))
held(lambda: tf.reshape(P(2, 10), [2, tf.constant(5), 2]))
held(lambda: tf.reshape(P(None, 10), [tf.cast(tf.shape(P(None, 4))[0], tf.int32), -1]))
held(lambda: tf.reshape(P(None, 10), [tf.shape(P(None, 4))[0] // 1, 10]))
held(
    lambda: tf.reshape(
        P(None, 10),
        tf.concat([tf.shape(P(None, 4))[0:1], [tf.shape(P(None, 4))[1] * 2 + 2]], axis=0),
    )
)
held(lambda: tf.reshape(P(None, 12), [-1, tf.size(P(3, 4))]))
held(lambda: tf.reshape(P(None, 12), [-1, tf.reduce_prod(tf.shape(P(None, 3, 4))[1:])]))
held(lambda: tf.reshape(P(2, 3, 4), [2, tf.reduce_prod(tf.shape(P(2, 3, 4))[1:])]))
held(lambda: tf.reshape(P(None, 10), tf.Variable([1, 2])))
held(lambda: tf.reshape(P(None, 28, 28), [-1, 28 * 28]))
held(lambda: tf.reshape(P(2, 6), [tf.shape(P(2, 6))[0], 3, 2]))
held(lambda: tf.reshape(P(None, 6), [tf.shape(P(None, 6))[0], 3, 2]))
held(lambda: tf.reshape(P(None, 6), [tf.shape(P(None, 6))[0] * 2, 3]))
held(lambda: tf.reshape(P(None, 5, 6), tf.concat([tf.shape(P(None, 5))[:2], [2, 3]], 0)))
held(lambda: tf.reshape(P(4, 5, 6), (4, -1)))
held(lambda: tf.reshape(P(None, 5, 6), shape=[-1, 5 * 6], name="flat"))
held(lambda: tf.reshape([1, 2, 3, 4], [2, 2]))
held(lambda: tf.reshape(any_rank(), [4, -1]))
held(lambda: tf.reshape(P(1), []))
