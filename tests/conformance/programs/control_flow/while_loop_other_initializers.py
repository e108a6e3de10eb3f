# What was made before, a constant and a function are.
import tensorflow.compat.v1 as tf
tf.disable_v2_behavior()
z = tf.zeros([2])
def body(i):
    tf.get_variable("w", initializer=z)
    tf.get_variable("v", initializer=[1.0])
    tf.get_variable("u", initializer=lambda: tf.zeros([2]))
    tf.get_variable("s", [2])
    return i + 1
tf.while_loop(lambda i: i < 3, body, [tf.constant(0)])
