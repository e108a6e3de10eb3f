# Truth values among integers are integers.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
tf.get_variable('v', initializer=[True, 1])
