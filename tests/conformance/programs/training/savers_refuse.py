# What a saver is given: variables, each of them once, by names that are text.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
v = tf.get_variable("v", [3])
w = tf.get_variable("w", [3])
TRIED = [
    lambda: tf.train.Saver(v),
    lambda: tf.train.Saver([3]),
    lambda: tf.train.Saver([v, w]),
    lambda: tf.train.Saver(tf.trainable_variables() + [w]),
    lambda: tf.train.Saver({"a": v, "b": v}),
    lambda: tf.train.Saver({"a": v, "b": w}),
    lambda: tf.train.Saver({"a": v, "b": tf.zeros([3])}),
    lambda: tf.train.Saver([tf.zeros([3])]),
    lambda: tf.train.Saver({3: v}),
    lambda: tf.train.Saver({v: v}),
    lambda: tf.train.Saver([v], defer_build=True),
    lambda: tf.train.Saver(defer_build=True).save(tf.Session(), "nowhere"),
    lambda: tf.train.Saver().save(None, "nowhere"),
    lambda: tf.train.Saver().restore(tf.Session(), None),
    lambda: tf.train.Saver([], allow_empty=True),
]
for number, build in enumerate(TRIED):
    try:
        build()
    except (ValueError, TypeError, AttributeError, RuntimeError) as error:
        tf.get_variable("refused_%d_%s" % (number, type(error).__name__), [1])
tf.train.Saver(tf.global_variables() + [w])
