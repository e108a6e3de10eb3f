# Without reuse, "already exists" comes before any comparison of shapes.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
tf.get_variable("w", [2])
tf.get_variable("w", [3])
