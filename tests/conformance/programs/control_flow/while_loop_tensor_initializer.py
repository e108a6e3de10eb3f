# A tensor made in the body is no initial value.
import tensorflow.compat.v1 as tf
tf.disable_v2_behavior()
def body(i):
    tf.get_variable("w", initializer=tf.zeros([2]))
    return i + 1
tf.while_loop(lambda i: i < 3, body, [tf.constant(0)])
