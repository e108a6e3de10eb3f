# A tensor is no static dimension.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
x = tf.placeholder(tf.float32, [None, 5])
tf.get_variable("w", [tf.shape(x)[1], 3])
