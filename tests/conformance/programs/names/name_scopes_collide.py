# Two name scopes don't keep get_variable's names apart.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

def layer(x, scope):
    with tf.name_scope(scope):
        w = tf.get_variable("w", [3, 3])
        return tf.matmul(x, w)


x = tf.ones([1, 3])
y = layer(layer(x, "layer1"), "layer2")
