# A getter may be a lambda.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a", custom_getter=lambda getter, name, **kw: getter(name, **kw)):
    tf.get_variable("w", [2])
