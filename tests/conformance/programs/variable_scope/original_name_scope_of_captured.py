# A captured scope keeps its first name scope, its opening makes a second one.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a") as a:
    tf.Variable(0.0, name="v")
with tf.variable_scope("b"):
    pass
with tf.variable_scope(a) as again:
    tf.Variable(0.0, name="v")
assert again.original_name_scope == "a/"
