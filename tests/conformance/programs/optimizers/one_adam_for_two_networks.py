# One Adam object with two var_lists makes slots for both lists and one pair of beta powers.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("g"):
    g = tf.get_variable("w", [2])
with tf.variable_scope("d"):
    d = tf.get_variable("w", [2])
loss = tf.reduce_sum(g * d)
optimizer = tf.train.AdamOptimizer(2e-4, beta1=0.5)
train_d = optimizer.minimize(loss, var_list=[d])
train_g = optimizer.minimize(-loss, var_list=[g])
