# The first global step inside a reusing scope: eval/global_step does not exist.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("eval", reuse=True):
    tf.train.get_or_create_global_step()
