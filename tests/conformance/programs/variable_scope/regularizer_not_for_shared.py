# A regularizer of a reusing scope has nothing to act on.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a"):
    tf.get_variable("w", [2])
with tf.variable_scope("a", reuse=True, regularizer=tf.nn.l2_loss):
    tf.get_variable("w", [2])
assert not tf.losses.get_regularization_losses()
