# concat adds widths up and matmul passes on its right side's width, here at last a batch of None, which dense refuses.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
a = tf.placeholder(tf.float32, [None, 3])
b = tf.placeholder(tf.float32, [None, 4])
joined = tf.concat([a, b, a], axis=1)
tf.layers.dense(joined, 2, name="joined")
w = tf.get_variable("w", [3, 6])
tf.layers.dense(tf.matmul(a, w), 2, name="projected")
tf.layers.dense(tf.matmul(w, a, transpose_a=True, transpose_b=True), 2, name="undecided")
