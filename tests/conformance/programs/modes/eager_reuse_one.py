# reuse=1 is refused in every mode: The reuse parameter must be True or False or None.
# tensorflow: 2.21
import tensorflow.compat.v1 as tf

for step in range(2):
    with tf.variable_scope("net", reuse=step):
        tf.get_variable("w", [2])
