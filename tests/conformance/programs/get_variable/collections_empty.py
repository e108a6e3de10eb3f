# Without any collection a variable is still in the store.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
tf.get_variable("a", [1], collections=[], trainable=False)
assert not tf.global_variables()
with tf.variable_scope(tf.get_variable_scope(), reuse=True):
    tf.get_variable("a", [1])
