# reuse=True inside a traced tf.function: net/v does not exist, though an eager variable has that name.
# tensorflow: 2.21
import tensorflow.compat.v1 as tf

with tf.variable_scope("net"):
    tf.get_variable("v", [1])


@tf.function
def look_up(x):
    with tf.variable_scope("net", reuse=True):
        return tf.get_variable("v", [1]) + x


look_up(tf.zeros([1]))
