# The global step of each graph is made outside of all name scopes.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

with tf.name_scope("x"):
    tf.train.create_global_step()
with tf.Graph().as_default():
    tf.train.create_global_step()
    tf.get_variable("global_step", [], tf.int64)
