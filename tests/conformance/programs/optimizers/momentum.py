# Momentum makes one slot for each variable with a gradient, named after it.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("net"):
    w = tf.get_variable("w", [2])
    b = tf.get_variable("b", [2], trainable=False)
tf.train.MomentumOptimizer(0.1, 0.9, use_nesterov=True).minimize(tf.reduce_sum(w * w + b))
