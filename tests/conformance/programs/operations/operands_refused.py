# Shapes that operations refuse, one after the other; and what they take.
import re

import numpy as np
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def P(*sizes, dtype=tf.float32):
    return tf.placeholder(dtype, sizes)


def t(name, f):
    try:
        made = f()
        shape = made.shape.as_list()
        tf.get_variable(name, [1 if n is None else n for n in shape])
    except (ValueError, TypeError) as e:
        words = re.sub("[^A-Za-z0-9.]+", "_", str(e).split(" for ")[0])
        tf.get_variable("%s.%s.%s" % (name, type(e).__name__, words), [1])


old = tf.VERSION.startswith("1.")
U = tf.placeholder(tf.float32)
x3, x4, x2, x5 = P(None, 8, 3), P(None, 8, 8, 3), P(None, 8), P(None, 4, 8, 8, 3)
k = tf.zeros([3, 3, 3, 4])
old and t("v_max_pool_r3", lambda: tf.nn.max_pool(x3, [1, 2, 2, 1], [1, 2, 2, 1], "SAME"))
t("v_max_pool_r2", lambda: tf.nn.max_pool(x2, [1, 2, 2, 1], [1, 2, 2, 1], "SAME"))
old and t("v_max_pool_r5", lambda: tf.nn.max_pool(x5, [1, 2, 2, 1], [1, 2, 2, 1], "SAME"))
t("v_max_pool_unk", lambda: tf.nn.max_pool(U, [1, 2, 2, 1], [1, 2, 2, 1], "SAME"))
old and t("v_max_pool_v_r3", lambda: tf.nn.max_pool(x3, [1, 2, 2, 1], [1, 2, 2, 1], "VALID"))
old and t("v_avg_pool_r3", lambda: tf.nn.avg_pool(x3, [1, 2, 2, 1], [1, 2, 2, 1], "SAME"))
t("v_avg_pool_r2", lambda: tf.nn.avg_pool(x2, [1, 2, 2, 1], [1, 2, 2, 1], "SAME"))
old and t("v_avg_pool_r5", lambda: tf.nn.avg_pool(x5, [1, 2, 2, 1], [1, 2, 2, 1], "SAME"))
old and t(
    "v_max_pool_named",
    lambda: tf.nn.max_pool(x3, [1, 2, 2, 1], [1, 2, 2, 1], "SAME", name="pool"),
)
t(
    "v_max_pool3d_r4",
    lambda: tf.nn.max_pool3d(x4, [1, 2, 2, 2, 1], [1, 2, 2, 2, 1], "SAME"),
)
t("v_conv2d_r3", lambda: tf.nn.conv2d(x3, k, [1, 1, 1, 1], "SAME"))
t("v_conv2d_r2", lambda: tf.nn.conv2d(x2, k, [1, 1, 1, 1], "SAME"))
old and t("v_conv2d_r5", lambda: tf.nn.conv2d(x5, k, [1, 1, 1, 1], "SAME"))
t("v_conv2d_k3", lambda: tf.nn.conv2d(x4, tf.zeros([3, 3, 4]), [1, 1, 1, 1], "SAME"))
t("v_conv2d_ch", lambda: tf.nn.conv2d(x4, tf.zeros([3, 3, 5, 4]), [1, 1, 1, 1], "SAME"))
t(
    "v_conv2d_ch_grp",
    lambda: tf.nn.conv2d(x4, tf.zeros([3, 3, 1, 4]), [1, 1, 1, 1], "SAME"),
)
t("v_conv2d_named", lambda: tf.nn.conv2d(x3, k, [1, 1, 1, 1], "SAME", name="cc"))
t("v_conv2d_unk", lambda: tf.nn.conv2d(U, k, [1, 1, 1, 1], "SAME"))
t("v_conv2d_neg", lambda: tf.nn.conv2d(P(None, 2, 2, 3), k, [1, 1, 1, 1], "VALID"))
t(
    "v_pool_neg",
    lambda: tf.nn.max_pool(P(None, 2, 2, 3), [1, 3, 3, 1], [1, 1, 1, 1], "VALID"),
)
t(
    "v_apool_neg",
    lambda: tf.nn.avg_pool(P(None, 2, 2, 3), [1, 3, 3, 1], [1, 1, 1, 1], "VALID"),
)
t("v_conv2d_str", lambda: tf.nn.conv2d(x4, k, [1, 1], "SAME"))
t(
    "v_conv2d_dt",
    lambda: tf.nn.conv2d(tf.zeros([1, 8, 8, 3], tf.float64), k, [1, 1, 1, 1], "SAME"),
)
old and t("v_conv1d_r4", lambda: tf.nn.conv1d(x4, tf.zeros([3, 3, 4]), 1, "SAME"))
t("v_conv1d_ch", lambda: tf.nn.conv1d(x3, tf.zeros([3, 5, 4]), 1, "SAME"))
t(
    "v_conv3d_ch",
    lambda: tf.nn.conv3d(x5, tf.zeros([3, 3, 3, 5, 4]), [1, 1, 1, 1, 1], "SAME"),
)
t(
    "v_depthwise_ch",
    lambda: tf.nn.depthwise_conv2d(x4, tf.zeros([3, 3, 5, 1]), [1, 1, 1, 1], "SAME"),
)
t(
    "v_depthwise_r3",
    lambda: tf.nn.depthwise_conv2d(x3, tf.zeros([3, 3, 3, 1]), [1, 1, 1, 1], "SAME"),
)
a, b = P(None, 4), P(5, 3)
t("v_matmul", lambda: tf.matmul(a, b))
t("v_matmul_named", lambda: tf.matmul(a, b, name="mm"))
t("v_matmul_ta", lambda: tf.matmul(P(4, None), b, transpose_a=True))
t("v_matmul_tb", lambda: tf.matmul(a, P(3, 5), transpose_b=True))
t("v_matmul_3", lambda: tf.matmul(P(2, 3, 4), P(2, 5, 6)))
t("v_matmul_batch", lambda: tf.matmul(P(2, 3, 4), P(3, 4, 6)))
t("v_matmul_3x2", lambda: tf.matmul(P(2, 3, 4), P(5, 6)))
t("v_matmul_3x2_ok", lambda: tf.matmul(P(2, 3, 4), P(4, 6)))
t("v_matmul_var", lambda: tf.matmul(a, tf.get_variable("w", [5, 3])))
t("v_matmul_np", lambda: tf.matmul(a, np.zeros((5, 3), "f")))
t("v_matmul_at", lambda: a @ b)
t("v_matmul_dt", lambda: tf.matmul(a, P(4, 3, dtype=tf.float64)))
t("v_matmul_r", lambda: tf.matmul(P(4), b))
t("v_xw_plus_b", lambda: tf.nn.xw_plus_b(a, b, tf.zeros([3])))
t("v_bias_add", lambda: tf.nn.bias_add(P(None, 4), tf.zeros([3])))
t("v_add", lambda: P(None, 4) + tf.zeros([3]))
i, d = P(2, 4, dtype=tf.int32), P(2, 4, dtype=tf.float64)
f = P(2, 4)
t("v_add_i", lambda: f + i)
t("v_mul_d", lambda: f * d)
t("v_sub_d", lambda: d - f)
t("v_div_i", lambda: f / i)
t("v_pow_i", lambda: f**i)
t("v_floordiv", lambda: f // d)
t("v_mod", lambda: f % d)
t("v_greater", lambda: f > i)
t("v_less_equal", lambda: i <= f)
t("v_tf_add", lambda: tf.add(f, i))
t("v_tf_subtract", lambda: tf.subtract(f, d))
t("v_tf_multiply", lambda: tf.multiply(i, f))
t("v_tf_divide", lambda: tf.divide(f, d))
t("v_tf_equal", lambda: tf.equal(f, i))
t("v_tf_less", lambda: tf.less(f, i))
t("v_tf_maximum", lambda: tf.maximum(f, i))
t("v_tf_pow", lambda: tf.pow(f, i))
t("v_tf_difference", lambda: tf.squared_difference(f, d))
t("v_numbers", lambda: f * 2 + 1)
t("v_numpy_number", lambda: f * np.float64(2.5) + np.int32(1))
t("v_numpy_array", lambda: f + np.ones([2, 4], np.float32))
t("v_list", lambda: f + [1.0, 2.0, 3.0, 4.0])
t("v_integers", lambda: i + 3)
t("v_size", lambda: tf.cast(tf.shape(f)[0], tf.float32) * f)
t("v_variable", lambda: tf.get_variable("d", [4], tf.float64) * f)
t("v_cast", lambda: tf.cast(i, tf.float32) * f + tf.cast(d, "float32"))
t("v_argmax", lambda: tf.cast(tf.equal(tf.argmax(f, 1), tf.argmax(d, 1)), tf.float32))
t("v_argmax_32", lambda: tf.equal(tf.argmax(f, 1), P(2, dtype=tf.int32)))
t(
    "v_argmax_said",
    lambda: tf.cast(tf.equal(tf.argmax(f, 1, output_type=tf.int32), i[:, 0]), f.dtype),
)
t("v_broadcast", lambda: P(2, 1, 4) * P(3, 1) + P(4) - 1.0)
t("v_broadcast_not", lambda: P(2, 5) * P(3, 4))
t("v_unknown", lambda: tf.placeholder(tf.float32) + P(None, 3) * P(2, 1))
