# trainable=False keeps a variable out of the trainable ones.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
mean = tf.get_variable("mean", [3], initializer=tf.zeros_initializer(), trainable=False)
scale = tf.get_variable("scale", [3])
assert tf.trainable_variables() == [scale]
