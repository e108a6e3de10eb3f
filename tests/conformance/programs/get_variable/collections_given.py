# Collections that are given replace the global one, but not the trainable one.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
a = tf.get_variable("a", [1], collections=["mine"])
b = tf.get_variable("b", [1], collections=["mine", tf.GraphKeys.GLOBAL_VARIABLES], trainable=False)
assert tf.global_variables() == [b]
assert tf.trainable_variables() == [a]
assert tf.get_collection("mine") == [a, b]
