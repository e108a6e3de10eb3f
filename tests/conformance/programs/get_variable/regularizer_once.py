# A regularisation loss belongs to the creation, sharing adds none.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

def l2(weights):
    return tf.nn.l2_loss(weights, name="l2")


for _ in range(3):
    with tf.variable_scope("a", reuse=tf.AUTO_REUSE):
        tf.get_variable("w", [2], regularizer=l2)
assert len(tf.get_collection(tf.GraphKeys.REGULARIZATION_LOSSES)) == 1
