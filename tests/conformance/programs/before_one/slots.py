# Slots are no variables of the store: whatever a scope reuses, they are made, in name scopes.
# tensorflow: 0.12
import tensorflow as tf

with tf.variable_scope("net") as net:
    w = tf.get_variable("w", [2])
    b = tf.get_variable("b", [1])
loss = tf.reduce_sum(tf.mul(w, w)) + tf.reduce_sum(b)
tf.get_variable_scope().reuse_variables()
tf.train.AdamOptimizer(0.1).minimize(loss)
tf.train.MomentumOptimizer(0.1, 0.9).minimize(loss, var_list=[w])
with tf.name_scope("train"):
    tf.train.AdagradOptimizer(0.1).minimize(loss)
with tf.variable_scope(net, reuse=True):
    tf.train.AdamOptimizer(0.1).minimize(loss)
    tf.train.RMSPropOptimizer(0.1).minimize(loss)
with tf.variable_scope("net"):
    tf.train.AdadeltaOptimizer(0.1).minimize(loss)
    tf.train.FtrlOptimizer(0.1).minimize(loss, var_list=[b])
averages = tf.train.ExponentialMovingAverage(0.9)
averages.apply([w, b])
with tf.variable_scope(net, reuse=True):
    tf.train.ExponentialMovingAverage(0.9, name="slow").apply([w])
tf.get_variable("w", [2])
