# A name must be text.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope(b"a"):
    pass
