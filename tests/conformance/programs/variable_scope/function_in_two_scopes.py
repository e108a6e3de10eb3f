# One function under two scopes makes two networks.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

def q_values(state):
    return tf.matmul(state, tf.get_variable("w", [4, 2]))


state = tf.placeholder(tf.float32, [None, 4])
with tf.variable_scope("online"):
    online = q_values(state)
with tf.variable_scope("target"):
    target = q_values(state)
