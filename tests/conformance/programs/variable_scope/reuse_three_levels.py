# reuse=True at the outermost level holds at the innermost.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

def build(reuse=None):
    with tf.variable_scope("a", reuse=reuse):
        with tf.variable_scope("b"):
            with tf.variable_scope("c"):
                return tf.get_variable("w", [1])


assert build() is build(reuse=True)
