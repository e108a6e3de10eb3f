# A local variable isn't trainable and is in its own collection.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
hits = tf.get_local_variable("hits", [], initializer=tf.zeros_initializer())
assert tf.local_variables() == [hits] and not tf.global_variables()
