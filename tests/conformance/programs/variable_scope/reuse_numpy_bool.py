# NumPy's True is not True.
import numpy as np
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
steps = np.arange(2)
for started in steps > 0:
    with tf.variable_scope("a", reuse=started):
        tf.get_variable("w", [1])
