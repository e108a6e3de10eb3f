# reuse=True with a default name is refused under eager execution too: reuse=True cannot be used without a name_or_scope.
# tensorflow: 2.21
import tensorflow.compat.v1 as tf

with tf.variable_scope(None, "block", reuse=True):
    tf.get_variable("w", [2])
