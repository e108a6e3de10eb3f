# The ops of an initializer are named under the variable.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.name_scope("n"):
    w = tf.get_variable("w", [2], initializer=tf.zeros_initializer())
assert w.initializer.name == "w/Assign"
assert tf.get_default_graph().get_operation_by_name("w/Initializer/zeros")
