# ProximalGradientDescent has no slots and ProximalAdagrad has one.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
w = tf.get_variable("w", [2])
loss = tf.reduce_sum(w * w)
tf.train.ProximalGradientDescentOptimizer(0.1).minimize(loss)
tf.train.ProximalAdagradOptimizer(0.1).minimize(loss)
