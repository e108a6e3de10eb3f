# Inside a graph the store is strict although eager execution is on around it: net/w already exists.
# tensorflow: 2.21
import tensorflow.compat.v1 as tf

outside = [tf.get_variable("w", [1]) for _ in range(2)]
with tf.Graph().as_default():
    for _ in range(2):
        with tf.variable_scope("net"):
            tf.get_variable("w", [1])
