# A name that TensorFlow 1.0 took away ends the program where it stands.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
tf.get_variable("before", [1])
tf.histogram_summary("weights", tf.zeros([2]))
tf.get_variable("after", [1])
