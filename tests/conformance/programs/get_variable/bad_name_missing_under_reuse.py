# Names are validated only when a variable is created.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a", reuse=True):
    tf.get_variable("my w", [1])
