# A fraction is no dimension.
# tensorflow: 1.15
import tensorflow as tf

units = 5
tf.get_variable("w", [units / 2.0])
