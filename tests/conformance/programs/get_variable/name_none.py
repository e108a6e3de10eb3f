# A name of None at the root makes "Variable".
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
tf.get_variable(None, [1])
