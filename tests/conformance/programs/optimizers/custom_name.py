# name= of an optimizer names its slots.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
w = tf.get_variable("w", [2])
loss = tf.reduce_sum(w * w)
tf.train.AdamOptimizer(name="fast").minimize(loss)
tf.train.MomentumOptimizer(0.1, 0.9, name="slow").minimize(loss)
tf.train.AdamOptimizer(name="slow").minimize(loss)
