# Each graph has a store of its own.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
for _ in range(2):
    with tf.Graph().as_default():
        tf.get_variable("w", [1])
