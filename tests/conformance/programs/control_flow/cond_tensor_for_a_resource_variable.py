# The same of tf.Variable.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
x = tf.placeholder(tf.float32, [])


def branch():
    tf.Variable(tf.zeros([2, 3]), use_resource=True, name="v")
    return tf.constant(1.0)


tf.cond(x > 0.0, branch, lambda: tf.constant(2.0))
