# auxiliary_name_scope is a bool.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a", auxiliary_name_scope=1):
    pass
