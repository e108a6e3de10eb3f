# reset_default_graph() starts default names anew.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
for _ in range(2):
    with tf.variable_scope(None, "block"):
        tf.get_variable("w", [1])
    tf.reset_default_graph()
