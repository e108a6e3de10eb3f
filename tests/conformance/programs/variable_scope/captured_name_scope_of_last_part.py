# A captured scope opens a name scope of its last part below the current one.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a"):
    with tf.variable_scope("b") as b:
        tf.get_variable("w", [1])
with tf.variable_scope("c"):
    with tf.variable_scope(b, reuse=True):
        tf.get_variable("w", [1])
        tf.Variable(0.0, name="v")
