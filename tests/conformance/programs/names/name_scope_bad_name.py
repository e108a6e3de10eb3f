# A name scope's name can't hold a space.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.name_scope("my scope"):
    tf.get_variable("w", [1])
