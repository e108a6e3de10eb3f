# A session over the default graph changes no store.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
tf.get_variable("w", [1])
with tf.Session() as session:
    tf.get_variable("w", [1])
