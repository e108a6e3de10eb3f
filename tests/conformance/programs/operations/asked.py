# Shapes and sizes that are asked for.
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


held(lambda: tf.shape(P(None, 4)))
held(lambda: tf.shape(any_rank()))
held(lambda: tf.size(P(None, 4)))
held(lambda: tf.rank(P(None, 4)))
held(lambda: tf.shape(P(None, 4))[0])
held(lambda: tf.shape(P(None, 4), out_type=tf.int64))
held(lambda: tf.shape(P(None, 4))[-1])
held(lambda: tf.shape(P(None, 4))[1:])
held(lambda: tf.shape(tf.zeros([2, 3])))
held(lambda: tf.size(P(2, 3), out_type=tf.int64))
