# Adam makes beta1_power and beta2_power first, then two slots for each variable.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
w = tf.get_variable("w", [2, 3])
b = tf.get_variable("b", [3])
loss = tf.reduce_sum(tf.matmul(tf.ones([1, 2]), w) + b)
tf.train.AdamOptimizer(1e-3).minimize(loss)
