# Operators and subscripts.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def P(*sizes):
    return tf.placeholder(tf.float32, sizes)


def I(*sizes):
    return tf.placeholder(tf.int32, sizes)


def any_rank():
    return tf.placeholder(tf.float32)


def known(tensor, sizes):
    tensor.set_shape(sizes)
    return tensor


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


held(lambda: P(None, 4)[tf.placeholder(tf.int32, [])])
held(lambda: P(10, 4)[tf.placeholder(tf.int32, []) :])
held(lambda: P(10, 4)[: tf.placeholder(tf.int32, []), 1:3])
held(lambda: P(10, 4)[:, tf.newaxis, ..., 1])
held(lambda: P(None, 4)[:-1])
held(lambda: P(None, 4)[0:2])
held(lambda: P(None, 4)[2])
held(lambda: P(None, 4)[:, -1])
held(lambda: any_rank()[:, 0])
held(lambda: any_rank()[0])
held(lambda: P(None, None, 4)[:, 0, :])
held(lambda: any_rank() + P(None, 4))
held(lambda: any_rank() + 1)
held(lambda: P(None, 4) + P(None, 1))
held(lambda: P(None, 4) + P(4))
held(lambda: P(None, 4) + P(None))
held(lambda: P(None, 3) + P(1, 3))
held(lambda: P(None, 3) + P(2, 1))
held(lambda: 2 * tf.constant(3))
held(lambda: 2 ** tf.constant(3.0))
held(lambda: P(2, 3) @ P(3, 4))
held(lambda: 1.0 - P(None, 4))
held(lambda: -P(None, 4))
held(lambda: abs(P(None, 4)))
held(lambda: P(None, 4) > 0.5)
held(lambda: (P(None, 4) > 0) & (P(4) > 0))
held(lambda: ~(P(3) > 0))
held(lambda: P(None, 4)[..., None])
held(lambda: P(None, 10)[:, 2:8:2])
held(lambda: P(None, 10)[:, ::-1])
held(lambda: P(3, None, 5)[0, :, -1:])
held(lambda: P(10, 4)[I() :, 1:3])
held(lambda: P(10, 4)[I(), 1:3])
held(lambda: P(10, 4)[2 : I(), :])
held(lambda: P(5, 6)[-2:, :-3])
held(lambda: known(any_rank(), [None, 7]) * 2)
held(lambda: known(P(None, None), [4, None]) + 1)
sized(lambda: (lambda x: tf.gradients(tf.reduce_sum(x * x), [x])[0])(P(3, 4)))
held(lambda: sum([P(3), P(3)]))
