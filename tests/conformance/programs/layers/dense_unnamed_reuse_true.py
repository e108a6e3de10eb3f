# Unnamed dense layers with reuse=True do not count on: each of them looks for the scope dense.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
x = tf.placeholder(tf.float32, [None, 3])
tf.layers.dense(x, 4)
tf.layers.dense(x, 4, reuse=True)
tf.layers.dense(x, 4, reuse=True)
tf.layers.dense(x, 4)
