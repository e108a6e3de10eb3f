# A whole float is a dimension.
# tensorflow: 1.15
import tensorflow as tf

units = 6
tf.get_variable("w", [units / 2])
