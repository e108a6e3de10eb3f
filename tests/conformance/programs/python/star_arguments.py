# *args and **kwargs are collected, passed on and overridden on their way to get_variable.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def variable(name, *shape, **options):
    options.setdefault("trainable", True)
    return tf.get_variable(name, list(shape), **options)


def named(*parts, prefix="", **kwargs):
    sizes = [p for p in parts if isinstance(p, int)]
    words = [p for p in parts if not isinstance(p, int)]
    return variable(prefix + "_".join(words), *sizes, **kwargs)


named("a", 2, "b", 3)
named("c", prefix="p/", trainable=False)
settings = dict(prefix="s_", initializer=tf.zeros_initializer())
named(*["d", 4], **settings)
named("e", **{**settings, "prefix": "t_"})
