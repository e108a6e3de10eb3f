# A name scope prefixes the beta powers and leaves the slots alone.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
w = tf.get_variable("w", [2])
with tf.name_scope("train"):
    tf.train.AdamOptimizer().minimize(tf.reduce_sum(w * w))
