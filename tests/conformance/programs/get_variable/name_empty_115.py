# An empty name is no op name at the root.
# tensorflow: 1.15
import tensorflow as tf

tf.get_variable("", [1])
