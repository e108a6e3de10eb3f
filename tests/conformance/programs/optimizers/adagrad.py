# Adagrad makes one accumulator for each variable.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
x = tf.layers.dense(tf.zeros([2, 3]), 1, name="fc")
tf.train.AdagradOptimizer(0.1).minimize(tf.reduce_mean(x))
