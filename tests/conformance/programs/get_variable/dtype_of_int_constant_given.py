# With its dtype spelled out, an integer counter can be shared.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

def step():
    with tf.variable_scope("a", reuse=tf.AUTO_REUSE):
        return tf.get_variable("n", initializer=0, dtype=tf.int32, trainable=False)


assert step() is step()
