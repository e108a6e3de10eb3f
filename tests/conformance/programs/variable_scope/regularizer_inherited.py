# A scope's regularizer applies to all new variables inside.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
with tf.variable_scope("a", regularizer=tf.nn.l2_loss):
    tf.get_variable("w", [2])
    with tf.variable_scope("b"):
        tf.get_variable("w", [2])
        tf.get_variable("v", [2], regularizer=tf.nn.l2_loss)
assert len(tf.losses.get_regularization_losses()) == 3
