# tf.Variable ignores AUTO_REUSE.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
for _ in range(2):
    with tf.variable_scope("net", reuse=tf.AUTO_REUSE):
        tf.Variable(1.0, name="w")
