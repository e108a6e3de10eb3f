# A new variable without a shape and without an initializer is refused.
# tensorflow: 1.15
import tensorflow as tf

w = tf.get_variable("w")
