# A bad name isn't noticed before a variable is made, if no name scope is opened.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("my scope", auxiliary_name_scope=False):
    pass
tf.get_variable("ok", [1])
