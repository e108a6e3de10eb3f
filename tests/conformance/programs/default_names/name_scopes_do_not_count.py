# Name scopes don't count for default names of variable scopes.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.name_scope("block"):
    pass
tf.constant(0.0, name="block")
with tf.variable_scope(None, "block") as scope:
    tf.get_variable("w", [1])
assert scope.original_name_scope == "block_2/"
