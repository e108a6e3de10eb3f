# What the constructors of initializers refuse, on both versions.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
calls = {
    "unit": lambda: tf.uniform_unit_scaling_initializer(dtype=tf.int32),
    "identity": lambda: tf.initializers.identity(dtype=tf.int32),
    "orthogonal": lambda: tf.initializers.orthogonal(dtype=tf.int32),
    "scale": lambda: tf.variance_scaling_initializer(scale=-1.0),
    "mode": lambda: tf.variance_scaling_initializer(mode="fan_both"),
    "distribution": lambda: tf.variance_scaling_initializer(distribution="flat"),
    "none": lambda: tf.constant_initializer(None),
    "dict": lambda: tf.constant_initializer({}),
    "set": lambda: tf.constant_initializer({1}),
    "tensor": lambda: tf.constant_initializer(tf.constant(1.0)),
    "number": lambda: tf.constant_initializer(2),
    "list": lambda: tf.constant_initializer([1.0, 2.0]),
    "nothing": lambda: tf.constant_initializer(),
    "half": lambda: tf.random_normal_initializer(dtype=tf.float16),
}
for name in sorted(calls):
    try:
        calls[name]()
        tf.get_variable("made_%s" % name, [1])
    except (TypeError, ValueError) as error:
        tf.get_variable("%s_%s" % (name, type(error).__name__), [2])
tf.constant_initializer(tf.get_variable("last", [1]))
