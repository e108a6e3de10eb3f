# reuse may be anything that is true or not; False ends the reuse of a scope given as an object.
# tensorflow: 0.12
import tensorflow as tf

x = tf.pack([1.0, 2.0])
with tf.variable_scope("a", reuse=0) as a:
    tf.get_variable("w", [2])
for reuse in (1, "yes", True, [0]):
    with tf.variable_scope("a", reuse=reuse):
        tf.get_variable("w", [2])
with tf.variable_scope(a, reuse=True) as sharing:
    tf.get_variable("w", [2])
with tf.variable_scope(sharing):
    tf.get_variable("w", [2])
    with tf.variable_scope("w", reuse=False):
        tf.get_variable("inherited", [1]) if not tf.get_variable_scope().reuse else None
with tf.variable_scope(sharing, reuse=False):
    tf.get_variable("v", [3])


def named(suffix):
    def getter(getter, name, *args, **kwargs):
        return getter(name + suffix, *args, **kwargs)

    return getter


with tf.variable_scope("outer", custom_getter=named("_outer")):
    tf.get_variable("w", [1])
    with tf.variable_scope("inner", custom_getter=named("_inner")):
        tf.get_variable("w", [1])
tf.get_variable("W", [1])
tf.get_variable("w", [1])
tf.Variable(1.0, name="V")
tf.Variable(1.0, name="v")
with tf.variable_scope("a", reuse=True):
    tf.get_variable("u", [1])
