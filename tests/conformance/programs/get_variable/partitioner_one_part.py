# A single part is a part all the same.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
tf.get_variable("w", [4, 4], partitioner=lambda **kwargs: [1, 1])
