# A Python float makes a float32 variable, which the same call finds again.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
for _ in range(2):
    with tf.variable_scope("a", reuse=tf.AUTO_REUSE):
        x = tf.get_variable("x", initializer=0.5)
