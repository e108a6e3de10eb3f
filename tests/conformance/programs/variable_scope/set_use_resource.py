# set_use_resource decides the kind of the variables made afterwards.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a") as a:
    tf.get_variable("w", [2])
    a.set_use_resource(True)
    v = tf.get_variable("v", [2])
assert v.handle.dtype == tf.resource
