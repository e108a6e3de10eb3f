# tf.Variable may be put into other collections.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
hits = tf.Variable(0.0, name="hits", trainable=False, collections=[tf.GraphKeys.LOCAL_VARIABLES])
assert tf.local_variables() == [hits] and not tf.global_variables()
