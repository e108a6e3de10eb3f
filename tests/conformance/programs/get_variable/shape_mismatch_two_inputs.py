# A shared layer function fails on an input of another width.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

def fc(x, reuse=None):
    with tf.variable_scope("fc", reuse=reuse):
        w = tf.get_variable("w", [x.shape[1].value if hasattr(x.shape[1], "value") else x.shape[1], 5])
        return tf.matmul(x, w)


left = fc(tf.placeholder(tf.float32, [None, 10]))
right = fc(tf.placeholder(tf.float32, [None, 20]), reuse=True)
