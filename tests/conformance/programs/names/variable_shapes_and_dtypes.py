# The shape and dtype of tf.Variable are those of its value.
import numpy as np
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
tf.Variable(3, name="i")
tf.Variable(3.5, name="f")
tf.Variable(np.zeros([2, 3]), name="m")
tf.Variable([True, False], name="b")
tf.Variable("text", name="s")
