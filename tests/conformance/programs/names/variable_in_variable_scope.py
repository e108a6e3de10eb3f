# A scope opened twice gives tf.Variable another name scope each time.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
for _ in range(2):
    with tf.variable_scope("a"):
        tf.Variable(0.0, name="w")
