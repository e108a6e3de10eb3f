# A partitioner must return as many numbers as there are axes.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
tf.get_variable("w", [4, 4], partitioner=lambda shape, dtype: [2])
