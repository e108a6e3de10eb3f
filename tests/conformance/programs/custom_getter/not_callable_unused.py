# A custom getter that can't be called isn't noticed before a request.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a", custom_getter=3):
    pass
tf.get_variable("w", [1])
