# A text as shape is refused letter by letter.
import tensorflow.compat.v1 as tf
tf.disable_v2_behavior()
tf.get_variable("a", "ab")
