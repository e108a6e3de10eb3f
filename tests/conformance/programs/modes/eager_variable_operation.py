# An eager variable has no operation.
import tensorflow.compat.v1 as tf
tf.enable_eager_execution()
v = tf.get_variable("v", [2])
tf.Variable(0.0, name=v.op.name)
