# Elementwise arithmetic.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def P(*sizes):
    return tf.placeholder(tf.float32, sizes)


def I(*sizes):
    return tf.placeholder(tf.int32, sizes)


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


held(lambda: tf.cast(P(2), tf.int32))
held(lambda: tf.to_float(tf.constant(1)))
held(lambda: tf.div(tf.constant(3), 2))
sized(lambda: tf.diag_part(P(4, 4)))
held(lambda: tf.clip_by_norm(P(None, 4), 1.0))
sized(lambda: tf.py_func(lambda x: x, [P(None, 4)], tf.float32))
sized(lambda: tf.accumulate_n([P(None, 4), P(3, 4)]))
held(lambda: tf.add_n([P(None, 4), P(3, 4)]))
sized(lambda: tf.map_fn(lambda x: x, P(None, 4)))
held(lambda: tf.unique(tf.placeholder(tf.int32, [None]))[0])
held(lambda: tf.maximum(P(None, 4), 0.0))
held(lambda: tf.squared_difference(P(None, 4), P(4)))
held(lambda: tf.cast(P(None, 4), tf.int32)[0])
held(lambda: tf.add(P(None, 4), 1))
held(lambda: tf.add(1, 2))
held(lambda: tf.subtract(P(None, 4), P(4)))
held(lambda: tf.multiply(P(None, 1), P(1, 4)))
held(lambda: tf.divide(tf.constant(4), 2))
held(lambda: tf.realdiv(P(3), 2.0))
held(lambda: tf.truediv(tf.constant([4, 5]), 2))
held(lambda: tf.floordiv(tf.constant([4, 5]), 2))
held(lambda: tf.mod(tf.constant([4, 5]), 2))
held(lambda: tf.pow(P(None, 3), 2))
held(lambda: tf.minimum(P(3, 1), P(None)))
held(lambda: tf.sqrt(P(3)) + tf.exp(P(3)) * tf.log(P(3)))
held(lambda: tf.tanh(P(None, 4)) + tf.sigmoid(P(None, 4)))
held(lambda: tf.math.log1p(P(2, 2)))
held(lambda: tf.square(tf.constant(3)))
held(lambda: tf.equal(I(None), 3))
held(lambda: tf.not_equal(P(None, 4), P(1, 4)))
held(lambda: tf.logical_and(tf.constant(True), P(3) > 0))
held(lambda: tf.is_nan(P(3)))
held(lambda: tf.cast(P(None, 4) > 0, tf.float32))
held(lambda: tf.cast(I(None), "float64"))
held(lambda: tf.cast(3, tf.float32))
held(lambda: tf.to_int32(P(None, 4)))
held(lambda: tf.to_int64([1, 2]))
held(lambda: tf.identity(P(None, 4), name="out"))
held(lambda: tf.identity([1, 2]))
held(lambda: tf.stop_gradient(P(None, 4)))
held(lambda: tf.clip_by_value(P(None, 4), 0.0, 1.0))
sized(lambda: tf.global_norm([P(3), P(4, 5)]))
sized(lambda: tf.clip_by_global_norm([P(3), P(4, 5)], 5.0)[0][1])
held(lambda: tf.clip_by_global_norm([P(3), P(4, 5)], 5.0)[1])
sized(lambda: tf.diag(P(4)))
held(lambda: tf.broadcast_to(P(1, 4), [3, 4]))
held(lambda: tf.add_n([P(None, 4), P(3, None)]))
held(lambda: tf.Print(P(None, 4), [P(3)]))
sized(lambda: tf.tuple([P(3), P(None, 4)])[1])
held(lambda: tf.saturate_cast(P(2), tf.uint8))
held(lambda: tf.check_numerics(P(None, 4), "bad"))
held(lambda: tf.maximum(tf.constant(3), 2))
held(lambda: tf.assign(tf.Variable(tf.zeros([3])), [1.0, 2.0, 3.0]))
held(lambda: tf.Variable(tf.zeros([3, 4])) * 2)
held(lambda: tf.Variable(tf.zeros([3, 4]))[0])
held(lambda: tf.Variable(tf.zeros([3, 4])).assign_add(tf.ones([3, 4])) + 1)
