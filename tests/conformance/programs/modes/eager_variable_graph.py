# An eager variable has no graph.
import tensorflow.compat.v1 as tf
tf.enable_eager_execution()
x = tf.Variable([2])
x.graph
