# A float64 NumPy initializer makes a variable that the same call can't share.
import numpy as np
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
table = np.eye(3)
for reuse in (False, True):
    with tf.variable_scope("a", reuse=reuse):
        tf.get_variable("x", initializer=table)
