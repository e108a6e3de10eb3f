# A scope needs a name or a default name.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope(None):
    pass
