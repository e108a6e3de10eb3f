# A dtype that doesn't exist.
# tensorflow: 1.15
import tensorflow as tf

tf.get_variable("a", [1], dtype="float33")
