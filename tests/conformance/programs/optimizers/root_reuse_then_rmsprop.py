# The slots of RMSProp meet the reusing root scope too: d/w/RMSProp/ does not exist.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("d"):
    w = tf.get_variable("w", [2])
tf.get_variable_scope().reuse_variables()
tf.train.RMSPropOptimizer(0.1).minimize(tf.reduce_sum(w * w))
