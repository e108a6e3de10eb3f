# A default name is validated like a name.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope(None, default_name="my block"):
    pass
