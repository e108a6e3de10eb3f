# A scope function called with its arguments swapped gets the tensor as the scope.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

def dense(scope, x):
    with tf.variable_scope(scope):
        return tf.matmul(x, tf.get_variable("w", [3, 3]))


x = tf.ones([2, 3])
y = dense(x, "layer")
