# Towers: the current scope is opened again, reusing from the second pass on.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
for i in range(3):
    with tf.variable_scope(tf.get_variable_scope(), reuse=i > 0):
        with tf.name_scope("tower_%d" % i):
            w = tf.get_variable("w", [2, 2])
            b = tf.get_variable("b", [2])
