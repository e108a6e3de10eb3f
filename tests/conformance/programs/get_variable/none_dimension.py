# A dimension that isn't known cannot make a new variable.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
x = tf.placeholder(tf.float32, [None, 5])
batch = x.get_shape().as_list()[0]
w = tf.get_variable("w", [batch, 5], initializer=tf.zeros_initializer())
