# A space can't be in a scope's name.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("my scope"):
    pass
