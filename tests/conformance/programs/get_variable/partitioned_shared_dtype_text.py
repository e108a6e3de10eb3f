# A partitioned variable isn't compared with a text.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
import numpy as np
p = tf.fixed_size_partitioner(2)
tf.get_variable("v", [4], partitioner=p)
with tf.variable_scope(tf.get_variable_scope(), reuse=True):
    tf.get_variable("v", [4], dtype="float32", partitioner=p)
