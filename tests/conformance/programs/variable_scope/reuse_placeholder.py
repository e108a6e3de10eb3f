# Whether a scope reuses can't be fed.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
training = tf.placeholder(tf.bool, [])
with tf.variable_scope("a", reuse=training):
    tf.get_variable("w", [1])
