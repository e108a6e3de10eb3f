# The name isn't called name.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope(name="a"):
    pass
