# What is padded by sizes that a tensor tells has no size.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
x = tf.placeholder(tf.float32, [4, 9])
tf.get_variable("rank", [tf.pad(x, tf.placeholder(tf.int32, [2, 2])).shape.ndims])
tf.layers.dense(tf.pad(x, tf.placeholder(tf.int32, [2, 2])), 2)
