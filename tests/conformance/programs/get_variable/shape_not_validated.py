# Without validation a variable has no shape, unless it is a resource or was asked for with one.
import tensorflow.compat.v1 as tf
tf.disable_v2_behavior()
tf.get_variable("a", initializer=True, validate_shape=False)
tf.get_variable("b", [3], validate_shape=False)
tf.get_variable("c", [3], validate_shape=False, use_resource=True)
tf.get_variable("d", initializer=[1.0], validate_shape=False, use_resource=True)
tf.Variable([1.0], validate_shape=False)
tf.Variable([1.0], validate_shape=False, use_resource=True)
tf.get_variable("e", initializer=lambda: tf.zeros([2]), validate_shape=False)
