# reset_default_graph() inside a graph's context is an error.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.Graph().as_default():
    tf.reset_default_graph()
