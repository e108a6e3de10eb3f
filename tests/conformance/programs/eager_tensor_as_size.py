# Under eager execution a tensor in a shape is the number that it holds.
import tensorflow.compat.v1 as tf

tf.enable_eager_execution()

width = tf.constant(2)
v = tf.get_variable("v", [width, 3])
tf.get_variable("like", [v.shape[0]])
tf.layers.dense(tf.zeros([2, 4]), 3, name="dense")
tf.get_variable("sum", [width + 1])
