# A number of parts is no partitioner.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
tf.get_variable("w", [4], partitioner=2)
