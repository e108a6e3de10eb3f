# minimize inside the model's scope doubles the scope in the slot's name.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("m"):
    w = tf.get_variable("w", [2])
    tf.train.AdamOptimizer().minimize(tf.reduce_sum(w * w))
