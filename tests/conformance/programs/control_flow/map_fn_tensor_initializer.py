# Nor in a mapped function.
import tensorflow.compat.v1 as tf
tf.disable_v2_behavior()
def body(x):
    tf.get_variable("w", initializer=tf.zeros([2]))
    return x
tf.map_fn(body, tf.zeros([3]))
