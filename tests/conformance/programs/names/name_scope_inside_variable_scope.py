# A name scope inside a variable scope acts on tf.Variable only.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a"):
    with tf.name_scope("n"):
        tf.get_variable("w", [1])
        tf.Variable(0.0, name="v")
