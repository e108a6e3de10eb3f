# A name filter that matches nothing: No variables to optimize.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("generator"):
    w = tf.get_variable("w", [2])
chosen = [v for v in tf.trainable_variables() if v.name.startswith("g_")]
tf.train.AdamOptimizer().minimize(tf.reduce_sum(w), var_list=chosen)
