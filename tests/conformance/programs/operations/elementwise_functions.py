# Functions of each element.
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


held(
    lambda: (
        tf.acos(P(2))
        + tf.acosh(P(2))
        + tf.asin(P(2))
        + tf.asinh(P(2))
        + tf.atan(P(2))
        + tf.atanh(P(2))
    )
)
held(lambda: tf.atan2(P(2, 1), P(3)))
held(lambda: tf.cos(P(None, 2)) + tf.cosh(P(2)) + tf.sin(P(2)) + tf.sinh(P(2)) + tf.tan(P(2)))
held(lambda: tf.acos(P(None, 3)))
held(lambda: tf.math.sinh(P(3)))
held(lambda: tf.conj(P(3)))
held(lambda: tf.digamma(P(3)) + tf.lgamma(P(3)) + tf.erf(P(3)) + tf.erfc(P(3)))
held(lambda: tf.expm1(P(2)) + tf.math.reciprocal(P(2)) + tf.rint(P(2)) + tf.math.sign(P(2)))
held(lambda: tf.ceil(P(2)) + tf.floor(P(2)) + tf.round(P(2)) + tf.rsqrt(P(2)) + tf.negative(P(2)))
held(lambda: tf.div_no_nan(P(2, 1), P(3)))
held(lambda: tf.math.floormod(I(2), 2))
held(lambda: tf.math.floordiv(I(2), I(3, 1)))
held(lambda: tf.greater(P(2), 1.0))
held(lambda: tf.greater_equal(P(2, 1), P(3)))
held(lambda: tf.less_equal(P(2), 1.0))
held(lambda: tf.less(I(2), 1))
held(lambda: tf.is_finite(P(2)))
held(lambda: tf.is_inf(P(2)))
sized(lambda: tf.logical_not(P(2) > 0))
held(lambda: tf.logical_or(P(2) > 0, P(2) < 1))
held(lambda: tf.logical_xor(P(2) > 0, P(3, 1) < 1))
held(lambda: tf.cumprod(P(None, 4), axis=1))
sized(lambda: tf.clip_by_average_norm(P(3, 4), 1.0))
held(lambda: tf.clip_by_norm(P(None, 4), 2.0, axes=[1]))
held(lambda: tf.roll(P(None, 4), shift=1, axis=0))
held(lambda: tf.to_double(I(3)))
held(lambda: tf.to_bfloat16(P(3)))
held(lambda: tf.to_complex64(P(3)))
held(lambda: tf.quantization.fake_quant_with_min_max_args(P(3, 4)))
held(lambda: tf.sigmoid(P(3), name="s"))
held(lambda: tf.nn.selu(P(None, 3)) + tf.nn.softsign(P(None, 3)) + tf.nn.swish(P(None, 3)))
sized(lambda: tf.nn.relu_layer(P(None, 3), P(3, 4), P(4)))
held(lambda: tf.nn.relu(I(3)))
held(lambda: tf.abs(I(3)))
held(lambda: tf.cast(P(3), tf.float32))
held(lambda: tf.cast(P(3), "int64", name="whole"))
held(lambda: tf.math.add(P(3), P(3)))
held(lambda: tf.math.multiply(P(3), 2))
held(lambda: tf.math.subtract(2.0, P(3)))
held(lambda: tf.add_n([P(3), P(3)], name="total"))
held(lambda: tf.pow(2.0, P(3)))
held(lambda: tf.math.maximum(P(3, 1), P(1, 4)))
held(lambda: tf.squared_difference(P(None, 4), 1.0))
