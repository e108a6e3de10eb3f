# A tensor's name is no scope's name.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
a = tf.placeholder(tf.float32, [None], name="a")
with tf.variable_scope(a.name):
    pass
