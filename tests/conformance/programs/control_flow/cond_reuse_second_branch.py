# The second branch opens the first one's scope with reuse=True and shares; the third opening asks for a new name, which does not exist.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def branch(name, reuse):
    with tf.variable_scope("branch", reuse=reuse):
        return tf.get_variable(name, [2], initializer=tf.zeros_initializer()) + 0.0


flag = tf.placeholder(tf.bool, [])
tf.cond(flag, lambda: branch("w", False), lambda: branch("w", True))
tf.cond(flag, lambda: branch("w", True), lambda: branch("u", True))
