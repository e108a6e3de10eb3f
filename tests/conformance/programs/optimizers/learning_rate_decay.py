# A decayed learning rate makes no variables; only the step and the slots are there.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
step = tf.Variable(0, trainable=False, name="step")
rate = tf.train.exponential_decay(0.1, step, 1000, 0.96, staircase=True)
w = tf.get_variable("w", [2])
tf.train.MomentumOptimizer(rate, 0.9).minimize(tf.reduce_sum(w), global_step=step)
