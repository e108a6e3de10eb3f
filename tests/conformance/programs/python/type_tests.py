# isinstance, type, callable and hasattr choose what an argument means.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def build(spec, name="spec"):
    if isinstance(spec, (list, tuple)):
        return [build(part, "%s%d" % (name, i)) for i, part in enumerate(spec)]
    if isinstance(spec, dict):
        return {key: build(spec[key], name + "_" + key) for key in sorted(spec)}
    if isinstance(spec, bool):
        return tf.get_variable(name + "_flag", [1], trainable=spec)
    if type(spec) is int:
        return tf.get_variable(name, [spec])
    if callable(spec):
        return build(spec(), name + "_called")
    if hasattr(spec, "get_shape"):
        return tf.get_variable(name + "_like", spec.get_shape())
    return None


build([1, (2, 3), {"b": 4, "a": lambda: 5}, True, tf.zeros([6, 7]), None, "text"])
