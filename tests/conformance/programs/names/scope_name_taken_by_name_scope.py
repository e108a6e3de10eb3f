# A name scope before a variable scope of that name takes the op prefix.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.name_scope("a"):
    pass
with tf.variable_scope("a"):
    tf.get_variable("w", [1])
    tf.Variable(0.0, name="v")
