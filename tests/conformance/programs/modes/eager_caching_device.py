# A scope's caching device can't be set where operations run at once, not even to none.
import tensorflow.compat.v1 as tf

tf.enable_eager_execution()
with tf.Graph().as_default(), tf.variable_scope("a") as scope:
    scope.set_caching_device(None)
    tf.get_variable("w", [2])
tf.get_variable_scope().set_caching_device(None)
