# The idiom "if reuse: scope.reuse_variables()".
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

def generator(z, reuse=False):
    with tf.variable_scope("g") as scope:
        if reuse:
            scope.reuse_variables()
        return tf.matmul(z, tf.get_variable("w", [2, 3]))


train = generator(tf.ones([4, 2]))
sample = generator(tf.ones([1, 2]), reuse=True)
