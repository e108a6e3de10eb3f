# A variable scope inside a name scope: the two prefixes differ.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.name_scope("n"):
    with tf.variable_scope("a"):
        tf.get_variable("w", [1])
        tf.Variable(0.0, name="v")
