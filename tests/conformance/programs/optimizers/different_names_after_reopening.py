# Optimizers with different names do not meet when the variable's scope was re-opened between them.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def net(reuse):
    with tf.variable_scope("m", reuse=reuse):
        return tf.reduce_sum(tf.get_variable("w", [2]))


tf.train.AdamOptimizer(name="first").minimize(net(False))
tf.train.AdamOptimizer(name="second").minimize(net(True))
