# A tensor without a static shape can't initialise a variable.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
values = tf.placeholder(tf.float32)
tf.get_variable("v", initializer=values)
