# 0 is not False.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
for i in range(2):
    with tf.variable_scope("a", reuse=i):
        tf.get_variable("w", [1])
