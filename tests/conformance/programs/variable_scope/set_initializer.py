# set_initializer changes the open scope from then on.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a") as a:
    w = tf.get_variable("w", [2])
    a.set_initializer([1.0, 2.0, 3.0])
    v = tf.get_variable("v")
assert v.shape.as_list() == [3]
