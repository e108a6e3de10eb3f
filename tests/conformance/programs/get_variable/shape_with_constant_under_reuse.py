# The shape beside a constant is refused under reuse, too.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
for reuse in (None, True):
    with tf.variable_scope("a", reuse=reuse):
        tf.get_variable("b", [2])
with tf.variable_scope("a", reuse=True):
    tf.get_variable("b", [2], initializer=0.5)
