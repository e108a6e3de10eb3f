# A scope opened with AUTO_REUSE in a loop holds one set of unnamed layers.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
x = tf.zeros([2, 3])
for _ in range(3):
    with tf.variable_scope("m", reuse=tf.AUTO_REUSE):
        tf.layers.dense(x, 4)
        tf.layers.dense(x, 4)
