# A name scope prefixes the names of tf.Variable.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

def layer(x, scope):
    with tf.name_scope(scope):
        w = tf.Variable(tf.zeros([3, 3]), name="w")
        return tf.matmul(x, w)


x = tf.ones([1, 3])
y = layer(layer(x, "layer1"), "layer2")
