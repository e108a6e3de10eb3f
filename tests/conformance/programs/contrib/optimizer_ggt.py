# GGT keeps a window of all gradients in variables of its own, however often it is applied.
# tensorflow: 1.15
import tensorflow as tf

w = tf.get_variable("w", [2, 3])
b = tf.get_variable("b", [3])
loss = tf.reduce_sum(w) + tf.reduce_sum(b * b)
ggt = tf.contrib.opt.GGTOptimizer(window=4)
ggt.minimize(loss)
ggt.minimize(loss)
tf.contrib.opt.GGTOptimizer().minimize(loss, var_list=[b])
with tf.variable_scope("m", reuse=True):
    tf.contrib.opt.GGTOptimizer(window=2).minimize(loss)
