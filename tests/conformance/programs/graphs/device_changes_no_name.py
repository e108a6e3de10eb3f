# A device has no part in names.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
for device in ("/cpu:0", "/gpu:0"):
    with tf.device(device), tf.variable_scope("", reuse=tf.AUTO_REUSE):
        tf.get_variable("w", [1])
