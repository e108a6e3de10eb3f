# Default names are numbered: the first has no number.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

def block(x):
    with tf.variable_scope(None, default_name="block"):
        return x * tf.get_variable("w", [1])


x = tf.ones([1])
for _ in range(3):
    x = block(x)
