# A bare integer is a shape of rank one.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
v = tf.get_variable("v", 3)
assert v.shape.as_list() == [3]
