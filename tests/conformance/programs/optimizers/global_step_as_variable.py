# A tf.Variable called global_step is found by its name and serves as the graph's global step.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
mine = tf.Variable(0, name="global_step", trainable=False)
step = tf.train.get_or_create_global_step()
w = tf.get_variable("w", [1])
tf.train.MomentumOptimizer(0.1, 0.9).minimize(tf.reduce_sum(w), global_step=mine)
