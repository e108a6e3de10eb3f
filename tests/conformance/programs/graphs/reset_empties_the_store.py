# reset_default_graph() empties the store.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
tf.get_variable("w", [1])
tf.reset_default_graph()
tf.get_variable("w", [2])
