# In graph mode a tf.function finds the variables of the graph around it.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
outside = tf.get_variable("v", [1])


@tf.function
def look_up(x):
    with tf.variable_scope(tf.get_variable_scope(), reuse=True):
        return tf.get_variable("v", [1]) + x


look_up(tf.zeros([1]))
