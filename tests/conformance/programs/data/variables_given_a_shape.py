# A variable that is given its shape, and the class that TensorFlow's own modules call Variable.
import numpy as np
import tensorflow.compat.v1 as tf
from tensorflow.python.ops import variables

tf.disable_v2_behavior()
tf.Variable(np.zeros([3]), shape=[None], use_resource=True, name="w3")
tf.Variable(np.zeros([3]), shape=tf.TensorShape(None), name="w4")
tf.Variable(np.zeros([3]), shape=tf.TensorShape(None), use_resource=True, name="w6")
tf.Variable(tf.placeholder(tf.float32), shape=[4], validate_shape=False, name="w5")
tf.Variable(lambda: tf.zeros([2]), shape=[2], name="w7")
v = variables.Variable([1.0, 2.0], name="v")
assert isinstance(v, variables.Variable)
w = tf.get_variable("w", [])
assert isinstance(w, variables.Variable)
tf.keras.optimizers.SGD(0.1).minimize(lambda: v * 2.0, var_list=[v])
try:
    tf.Variable(np.zeros([3]), shape=[4], name="reference")
except ValueError:
    tf.Variable(np.zeros([3]), shape=[4], use_resource=True, name="resource")
