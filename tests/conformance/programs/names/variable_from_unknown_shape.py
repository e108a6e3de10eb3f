# tf.Variable needs a static shape.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
x = tf.placeholder(tf.float32)
tf.Variable(x, name="w")
