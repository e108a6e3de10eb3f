# Reuse of a scope where nothing was made does not keep a Keras layer from being built.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
layers = tf.keras.layers
x = tf.placeholder(tf.float32, (None, 5))
with tf.variable_scope("r", reuse=True):
    layers.Dense(3)(x)
