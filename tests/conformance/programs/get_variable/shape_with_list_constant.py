# A list is a constant initializer, too.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
tf.get_variable("b", shape=[2], initializer=[0.1, 0.2])
