# AUTO_REUSE creates at first and shares afterwards.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

def model(x):
    with tf.variable_scope("a", reuse=tf.AUTO_REUSE):
        w = tf.get_variable("w", [3, 3])
        b = tf.get_variable("b", [3])
    return tf.matmul(x, w) + b


model(model(tf.ones([1, 3])))
