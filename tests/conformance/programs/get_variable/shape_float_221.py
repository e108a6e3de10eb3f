# A fraction is no dimension, and a whole float isn't one either.
# tensorflow: 2.21
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
units = 6
tf.get_variable("w", [units / 2])
