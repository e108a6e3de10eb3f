# A build function that resets first can be called again and again.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

def build(width):
    tf.reset_default_graph()
    with tf.variable_scope("net"):
        return tf.get_variable("w", [width, width])


for width in (2, 3):
    build(width)
