# A placeholder of that name numbers the variable's op.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
x = tf.placeholder(tf.float32, [None, 2], name="x")
w = tf.get_variable("x", [2, 2])
v = tf.get_variable("y", [2])
