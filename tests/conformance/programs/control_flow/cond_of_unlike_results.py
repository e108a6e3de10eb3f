# Both functions of a condition give something, of one structure and one dtype; it is a scalar.
# tensorflow: 1.15
import tensorflow as tf

which = tf.placeholder(tf.bool, [])
x = tf.placeholder(tf.float32, [3])
TRIED = [
    lambda: tf.cond(x > 0, lambda: 1, lambda: 2),
    lambda: tf.cond(which, lambda: None, lambda: 2),
    lambda: tf.cond(which, lambda: 2, lambda: None),
    lambda: tf.cond(which, lambda: (1, 2), lambda: 2),
    lambda: tf.cond(which, lambda: (1, 2), lambda: [1, 2]),
    lambda: tf.cond(which, lambda: (1, 2), lambda: (1, 2, 3)),
    lambda: tf.cond(which, lambda: (1, 2), lambda: (1, 2.0)),
    lambda: tf.cond(which, lambda: (1,), lambda: 1),
    lambda: tf.cond(which, lambda: (1,), lambda: 1, strict=True),
    lambda: tf.cond(which, lambda: 1.0, lambda: 2),
    lambda: tf.cond(which, lambda: x, lambda: tf.cast(x, tf.int64)),
    lambda: tf.cond(which, lambda: x, lambda: tf.placeholder(tf.float32, [4])),
    lambda: tf.cond(which, lambda: tf.no_op(), lambda: tf.group(x.op)),
]
for number, build in enumerate(TRIED):
    try:
        build()
    except (ValueError, TypeError) as error:
        tf.get_variable("refused_%d_%s" % (number, type(error).__name__), [1])
tf.cond(which, lambda: tf.get_variable("a", [2]), lambda: tf.get_variable("b", [2], tf.int32))
