# What is joined along an axis that a tensor tells has no size.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
x = tf.placeholder(tf.float32, [4, 9])
joined = tf.concat([x, x], tf.placeholder(tf.int32, []))
tf.get_variable("rank", [joined.shape.ndims])
tf.layers.dense(joined, 2)
