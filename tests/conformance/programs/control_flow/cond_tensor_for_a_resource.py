# A resource variable's initial value from inside a branch: the two versions word it otherwise.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
x = tf.placeholder(tf.float32, [])


def branch():
    tf.get_variable("v", initializer=tf.zeros([2, 3]), use_resource=True)
    return tf.constant(1.0)


tf.cond(x > 0.0, branch, lambda: tf.constant(2.0))
