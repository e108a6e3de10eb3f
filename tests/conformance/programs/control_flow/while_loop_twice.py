# Two loops with the same body, the second without reuse: loop/w already exists.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def body(x):
    with tf.variable_scope("loop"):
        return x * tf.get_variable("w", [], initializer=tf.ones_initializer())


for start in (0.0, 1.0):
    tf.while_loop(lambda x: x < 5.0, body, [tf.constant(start)])
