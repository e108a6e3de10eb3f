# The shape beside a constant is refused before it is seen that the name exists.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
tf.get_variable("b", [2])
tf.get_variable("b", [2], initializer=0.5)
