# Local and global variables share one store.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
tf.get_local_variable("hits", [])
tf.get_variable("hits", [])
