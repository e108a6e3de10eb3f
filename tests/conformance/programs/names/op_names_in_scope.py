# Ops inside a variable scope take names that variables then can't have.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a"):
    w = tf.get_variable("w", [1])
    tf.add(w, 1.0, name="v")
    u = tf.Variable([0.0], name="w")
