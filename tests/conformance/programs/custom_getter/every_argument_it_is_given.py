# A custom getter is given every argument of the request by name.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def told(name, *values):
    text = ".".join(str(value) for value in values)
    shown = "".join(c if c.isalnum() or c in ".-" else "_" for c in text)
    tf.get_variable(name + "." + shown, [1])


def shown(value):
    if callable(value):
        return "callable"
    if isinstance(value, (list, tuple)):
        return ".".join(str(one) for one in value)
    return getattr(value, "name", value)


def getter(getter, name, *args, **kwargs):
    if "seen" not in name:
        keys = "shape dtype trainable collections caching_device validate_shape use_resource reuse".split()
        for key in keys:
            if key in kwargs:
                tf.get_variable(
                    "seen_%s_%s_%s" % (name.replace("/", "."), key, shown(kwargs[key])), [1]
                )
        for key in ("initializer", "regularizer", "partitioner", "constraint"):
            if key in kwargs:
                tf.get_variable(
                    "seen_%s_%s_%s" % (name.replace("/", "."), key, kwargs[key] is None), [1]
                )
        tf.get_variable("seen_%s_%d" % (name.replace("/", "."), len(args)), [1])
    return getter(name, *args, **kwargs)


with tf.variable_scope("s", custom_getter=getter):
    tf.get_variable("a", [2, 3])
    tf.get_variable("b", [2], tf.float64, tf.ones_initializer(), trainable=False)
    tf.get_variable("c", initializer=tf.zeros([4]), collections=["mine"], validate_shape=False)
    tf.get_variable("d", [2], regularizer=lambda w: tf.reduce_sum(w), constraint=lambda w: w)
    tf.get_variable("e", [4], partitioner=tf.fixed_size_partitioner(1))
    with tf.variable_scope("inner", dtype=tf.float16):
        tf.get_variable("g", [2])
with tf.variable_scope("s", reuse=True, custom_getter=getter):
    tf.get_variable("a")
