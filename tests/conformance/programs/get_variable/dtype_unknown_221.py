# A dtype that doesn't exist.
# tensorflow: 2.21
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
tf.get_variable("a", [1], dtype="float33")
