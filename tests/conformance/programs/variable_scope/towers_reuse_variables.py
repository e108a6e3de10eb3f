# Towers: the root reuses after the first pass, and nothing is created afterwards.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
for i in range(2):
    with tf.name_scope("tower_{}".format(i)):
        w = tf.get_variable("w", [2, 2])
        tf.get_variable_scope().reuse_variables()
