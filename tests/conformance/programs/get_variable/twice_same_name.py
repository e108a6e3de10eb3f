# A second request of a name is refused when the scope doesn't reuse.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
first = tf.get_variable("w", [3])
second = tf.get_variable("w", [3])
