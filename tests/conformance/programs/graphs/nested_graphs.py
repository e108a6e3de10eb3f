# Nested graphs each keep their own variables.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
one, two = tf.Graph(), tf.Graph()
with one.as_default():
    tf.get_variable("w", [1])
    with two.as_default():
        tf.get_variable("w", [1])
        with tf.Graph().as_default():
            tf.get_variable("w", [1])
        tf.get_variable("u", [1])
