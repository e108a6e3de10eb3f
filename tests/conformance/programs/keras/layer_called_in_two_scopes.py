# A Keras layer has the variables of its first call, wherever it is called.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
layers = tf.keras.layers
x = tf.placeholder(tf.float32, (None, 5))
layer = layers.Dense(3)
with tf.variable_scope("a"):
    layer(x)
with tf.variable_scope("b"):
    layer(x)
layers.Dense(2)(x)
