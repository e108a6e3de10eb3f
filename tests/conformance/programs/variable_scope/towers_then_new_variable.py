# Towers that set the root reusing make any later creation fail.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope(tf.get_variable_scope()):
    for i in range(2):
        w = tf.get_variable("w", [2, 2])
        tf.get_variable_scope().reuse_variables()
    step = tf.get_variable("global_step", [], trainable=False)
