# A tensor is a constant initializer, even one of the right shape.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
tf.get_variable("w", [3, 3], initializer=tf.random_normal([3, 3]))
