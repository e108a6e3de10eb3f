# A scope's constraint isn't passed on to nested scopes.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a", constraint=tf.nn.relu):
    w = tf.get_variable("w", [2])
    with tf.variable_scope("b"):
        v = tf.get_variable("v", [2])
assert w.constraint is tf.nn.relu and v.constraint is None
