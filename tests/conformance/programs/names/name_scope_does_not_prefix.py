# A name scope doesn't prefix get_variable's names.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.name_scope("layer1"):
    w = tf.get_variable("w", [2])
