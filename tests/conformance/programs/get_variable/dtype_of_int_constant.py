# An integer constant makes an int32 variable, which the same call can't find again.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

def step():
    with tf.variable_scope("a", reuse=tf.AUTO_REUSE):
        return tf.get_variable("n", initializer=0)


step()
step()
