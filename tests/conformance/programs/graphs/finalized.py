# A finalized graph takes no new variable.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
tf.get_variable("w", [1])
tf.get_default_graph().finalize()
tf.get_variable("v", [1])
