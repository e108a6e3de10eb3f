# A tf.Variable without a name is a "Variable".
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
a = tf.Variable(0.0)
b = tf.Variable([1, 2])
c = tf.Variable(tf.zeros([2, 3]), name="w", trainable=False)
