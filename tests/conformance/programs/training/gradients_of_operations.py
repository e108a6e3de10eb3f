# Which operations have a gradient for a float input, and which have none.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
v = tf.get_variable("v", [2, 3])
w = tf.get_variable("w", [3])
image = tf.get_variable("image", [1, 6, 6, 3])


def told(name, action, *given):
    inputs = list(given) or [v]
    made = action(*inputs)
    made = made[0] if isinstance(made, (list, tuple)) else made
    if not made.dtype.is_floating:
        tf.get_variable("no_float_" + name, [])
        return
    try:
        kinds = [one is not None for one in tf.gradients(made, inputs)]
    except LookupError:
        kinds = [None]
    tf.get_variable("g_" + name, [2 if one else 1 if one is None else 3 for one in kinds])


UNARY = (
    "abs acos asin atan ceil cos cosh digamma erf erfc exp expm1 floor is_finite is_inf is_nan lgamma "
    "log log1p negative reciprocal rint round rsqrt sigmoid sign sin sinh sqrt square tan tanh "
    "identity stop_gradient zeros_like ones_like shape size rank as_string argmax argmin argsort "
    "sort cumsum cumprod reduce_sum reduce_mean reduce_max reduce_min reduce_prod reduce_logsumexp "
    "transpose squeeze to_int32 to_double to_float norm "
    "unstack"
).split()
for name in UNARY:
    told(name, getattr(tf, name))
for name in "zero_fraction softmax log_softmax relu relu6 elu selu softplus softsign leaky_relu crelu l2_loss".split():
    told("nn_" + name, getattr(tf.nn, name))
for name in "count_nonzero l2_normalize zero_fraction top_k".split():
    told("math_" + name, getattr(tf.math, name))
for name in "equal not_equal less less_equal greater greater_equal maximum minimum pow floordiv floormod truediv squared_difference div_no_nan realdiv".split():
    told(name, getattr(tf, name), v, w)
told("mod", lambda a, b: a % b, v, w)
told("cast_back", lambda x: tf.cast(tf.cast(x, tf.int32), tf.float32))
told("cast_half", lambda x: tf.cast(tf.cast(x, tf.float16), tf.float32))
told("cast_bool", lambda x: tf.cast(x > 0, tf.float32))
told("one_hot", lambda x: tf.one_hot(tf.cast(x, tf.int32), 4))
told("top_k", lambda x: tf.nn.top_k(x, 2)[0])
told("top_k_places", lambda x: tf.cast(tf.nn.top_k(x, 2)[1], tf.float32))
told("where", lambda x, y: tf.where(x > 0, x, x * y), v, w)
told("gather", lambda x: tf.gather(x, [0, 1]))
told("gather_places", lambda x, y: tf.gather(x, tf.cast(y, tf.int32)), v, w)
told("clip", lambda x: tf.clip_by_value(x, 0.0, 1.0))
told("clip_norm", lambda x: tf.clip_by_norm(x, 1.0))
told("dropout", lambda x: tf.nn.dropout(x, 0.5))
told(
    "softmax_labels",
    lambda x, y: tf.nn.softmax_cross_entropy_with_logits(logits=x, labels=y + x * 0.0),
    v,
    w,
)
told(
    "softmax_labels_v2",
    lambda x, y: tf.nn.softmax_cross_entropy_with_logits_v2(logits=x, labels=y + x * 0.0),
    v,
    w,
)
told(
    "sparse_softmax",
    lambda x, y: tf.nn.sparse_softmax_cross_entropy_with_logits(
        logits=x, labels=tf.cast(y[:2], tf.int32)
    ),
    v,
    w,
)
told(
    "sigmoid_labels",
    lambda x, y: tf.nn.sigmoid_cross_entropy_with_logits(logits=x, labels=y + x * 0.0),
    v,
    w,
)
told("in_top_k", lambda x: tf.cast(tf.nn.in_top_k(x, [0, 1], 1), tf.float32))
told("histogram", lambda x: tf.histogram_fixed_width(x, [0.0, 1.0]))
told("bucketize", lambda x: tf.searchsorted(tf.constant([0.0, 1.0]), x[0]))
told("bincount", lambda x: tf.bincount(tf.cast(x, tf.int32)))
told("multinomial", lambda x: tf.multinomial(x, 1))
told("random_like", lambda x: tf.random_normal(tf.shape(x)))
told("random_gamma", lambda x: tf.random_gamma([2], x))
told("random_crop", lambda x: tf.random_crop(x, [1, 2]))
told("py_func", lambda x: tf.py_func(lambda a: a, [x], tf.float32))
told("print", lambda x: tf.Print(x, [x]))
told("check", lambda x: tf.check_numerics(x, "no"))
told("fake_quant", lambda x: tf.fake_quant_with_min_max_args(x))
told("eye", lambda x: tf.eye(2) + 0.0 * tf.reduce_sum(x))
told("matmul", lambda x, y: tf.matmul(x, tf.reshape(y, [3, 1])), v, w)
told("einsum", lambda x, y: tf.einsum("ij,j->i", x, y), v, w)
told("tensordot", lambda x, y: tf.tensordot(x, y, 1), v, w)
told("inverse", lambda x: tf.matrix_inverse(tf.matmul(x, x, transpose_b=True)))
told("determinant", lambda x: tf.matrix_determinant(tf.matmul(x, x, transpose_b=True)))
told("cholesky", lambda x: tf.cholesky(tf.matmul(x, x, transpose_b=True)))
told("dynamic_partition", lambda x: tf.dynamic_partition(x, [0, 1], 2))
told("boolean_mask", lambda x: tf.boolean_mask(x, x > 0))
told("sequence_mask", lambda y: tf.sequence_mask(y, 4, tf.float32), w)
told("reverse", lambda x: tf.reverse(x, [0]))
told("pad", lambda x: tf.pad(x, [[1, 1], [0, 0]]))
told("tile", lambda x: tf.tile(x, [2, 1]))
told(
    "extract",
    lambda x: tf.extract_image_patches(x, [1, 2, 2, 1], [1, 1, 1, 1], [1, 1, 1, 1], "VALID"),
    image,
)
told("resize", lambda x: tf.image.resize_bilinear(x, [3, 3]), image)
told("resize_nearest", lambda x: tf.image.resize_nearest_neighbor(x, [3, 3]), image)
told("resize_area", lambda x: tf.image.resize_area(x, [3, 3]), image)
told("resize_bicubic", lambda x: tf.image.resize_bicubic(x, [3, 3]), image)
told("hue", lambda x: tf.image.adjust_hue(x, 0.1), image)
told("saturation", lambda x: tf.image.adjust_saturation(x, 0.1), image)
told("contrast", lambda x: tf.image.adjust_contrast(x, 0.1), image)
told("brightness", lambda x: tf.image.adjust_brightness(x, 0.1), image)
told("hsv", lambda x: tf.image.rgb_to_hsv(x), image)
told("gray", lambda x: tf.image.rgb_to_grayscale(x), image)
told("standardized", lambda x: tf.image.per_image_standardization(x[0]), image)
told(
    "uint8",
    lambda x: tf.image.convert_image_dtype(tf.image.convert_image_dtype(x, tf.uint8), tf.float32),
    image,
)
told("saturate_cast", lambda x: tf.cast(tf.saturate_cast(x, tf.uint8), tf.float32), image)
told("max_pool", lambda x: tf.nn.max_pool(x, 2, 2, "SAME"), image)
told("lrn", lambda x: tf.nn.lrn(x), image)
told("depth_to_space", lambda x: tf.space_to_depth(x, 2), image)
told("embedding", lambda x: tf.nn.embedding_lookup(x, [0]))
told("nce_like", lambda x: tf.nn.moments(x, [0])[1])
told("cond", lambda x: tf.cond(tf.reduce_sum(x) > 0, lambda: x, lambda: x * 2))
told(
    "cond_only_decides",
    lambda x: tf.cond(tf.reduce_sum(x) > 0, lambda: tf.constant(1.0), lambda: tf.constant(2.0)),
)
told(
    "while",
    lambda x: tf.while_loop(lambda i, a: i < 3, lambda i, a: (i + 1, a * 2), [tf.constant(0), x])[
        1
    ],
)
told("map", lambda x: tf.map_fn(lambda a: a * 2, x))
told("map_integers", lambda x: tf.map_fn(lambda a: tf.cast(a, tf.int32), x, dtype=tf.int32))
told("scan", lambda x: tf.scan(lambda a, b: a + b, x))
told("accuracy", lambda x: tf.reduce_mean(tf.cast(tf.equal(tf.argmax(x, 1), [0, 1]), tf.float32)))
told("metric", lambda x: tf.metrics.mean(x)[0])
told("metric_update", lambda x: tf.metrics.mean(x)[1])
told("assign", lambda x: tf.assign(w, x[0]) if False else x)
told("assigned", lambda x: w.assign(x[0]))
told(
    "confusion",
    lambda x: tf.cast(tf.confusion_matrix([0, 1], tf.cast(x[:, 0], tf.int32)), tf.float32),
)
told("edit", lambda x: tf.cast(tf.shape(x), tf.float32))
told("range", lambda x: tf.range(0.0, x[0][0], 1.0))
told("fill", lambda x: tf.fill([2], x[0][0]))
told("meshgrid", lambda y: tf.meshgrid(y, y)[0], w)
told("string", lambda x: tf.string_to_number(tf.as_string(x)))
told("hash", lambda x: tf.cast(tf.string_to_hash_bucket(tf.as_string(x), 3), tf.float32))
