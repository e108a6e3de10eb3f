# A loss takes the name scope that the metric of the same name would get.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

wanted, given = tf.zeros([4, 1]), tf.ones([4, 1])
tf.losses.mean_squared_error(wanted, given)
tf.metrics.mean_squared_error(wanted, given)
tf.losses.absolute_difference(wanted, given, scope="near")
with tf.variable_scope("far"):
    tf.losses.sigmoid_cross_entropy(wanted, given)
    tf.metrics.mean(given, name="sigmoid_cross_entropy_loss")
    tf.metrics.mean(given, name="near")
tf.metrics.mean(given, name="near")
tf.Variable(0.0, name="near/value")
tf.Variable(0.0, name="mean_squared_error/value")
