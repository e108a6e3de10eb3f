# set_shape fills in what the placeholder left open, so the dense layer can be built.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
x = tf.placeholder(tf.float32)
x.set_shape([None, 3])
tf.layers.dense(x, 4)
y = tf.placeholder(tf.float32, [None, None])
y.set_shape([2, 5])
tf.layers.dense(y, 4)
