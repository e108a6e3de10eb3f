# The first request of a name creates a variable of that name.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
w = tf.get_variable("w", [3, 4])
b = tf.get_variable("b", shape=(4,), initializer=tf.zeros_initializer())
y = tf.matmul(tf.ones([2, 3]), w) + b
