# A name scope with values needs a name.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.name_scope(None, values=[tf.constant(0.0)]):
    pass
