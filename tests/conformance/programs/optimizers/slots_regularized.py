# A scope's regularizer sees the slots that are made in it.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a", regularizer=lambda v: tf.reduce_sum(v)):
    v = tf.get_variable("v", [2])
    tf.train.AdamOptimizer().minimize(tf.reduce_sum(v))
print(len(tf.losses.get_regularization_losses()))
tf.get_variable("n", [len(tf.losses.get_regularization_losses())])

