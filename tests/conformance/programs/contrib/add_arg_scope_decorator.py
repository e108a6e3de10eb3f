# A function decorated with add_arg_scope takes part in arg_scope too.
# tensorflow: 1.15
import tensorflow as tf

slim = tf.contrib.slim


@slim.add_arg_scope
def block(x, depth, bias=True, scope=None):
    with tf.variable_scope(scope, "block", [x]):
        initializer = tf.zeros_initializer() if bias else None
        return slim.fully_connected(x, depth, biases_initializer=initializer, scope="fc")


x = tf.zeros([2, 3])
block(x, 4)
with slim.arg_scope([block], bias=False):
    block(x, 4)
    block(x, 4, bias=True, scope="named")
