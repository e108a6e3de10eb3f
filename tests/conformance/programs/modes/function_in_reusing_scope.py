# In graph mode the scope that is open where a tf.function is called is in force inside it: a/w does not exist.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


@tf.function
def scale(x):
    return x * tf.get_variable("w", [1])


with tf.variable_scope("a"):
    tf.get_variable("v", [1])
    tf.get_variable_scope().reuse_variables()
    scale(tf.zeros([1]))
