# Functional layers with one name are separate layers under eager execution; a layer object keeps its variables.
# tensorflow: 2.21
import tensorflow.compat.v1 as tf

x = tf.zeros([2, 3])
tf.layers.dense(x, 4, name="fc")
tf.layers.dense(x, 4, name="fc")
layer = tf.layers.Dense(4, name="object")
layer(x)
layer(x)
assert len(layer.variables) == 2
