# An axis has at least one part.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
tf.get_variable("w", [4], partitioner=lambda shape, dtype: [0])
