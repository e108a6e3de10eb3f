# A regularizer may return None: then it adds nothing to the regularization losses.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def none(weight):
    return None


x = tf.placeholder(tf.float32, [2, 3])
tf.get_variable("w", [2], regularizer=none)
tf.layers.dense(x, 1, kernel_regularizer=none, name="fc")
if not tf.get_collection(tf.GraphKeys.REGULARIZATION_LOSSES):
    tf.get_variable("none_was_added", [1])
tf.layers.dense(x, 1, kernel_regularizer=tf.nn.l2_loss, bias_regularizer=none, name="out")
for loss in tf.get_collection(tf.GraphKeys.REGULARIZATION_LOSSES):
    tf.Variable(0.0, name="of_" + loss.op.name.replace("/", "."))
