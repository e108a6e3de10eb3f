# Two name scopes don't keep the variable scopes inside them apart.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
for tower in range(2):
    with tf.name_scope("tower_%d" % tower):
        with tf.variable_scope("a"):
            tf.get_variable("w", [1])
