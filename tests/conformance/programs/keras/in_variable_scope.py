# A variable scope gives Keras layers its name scope, and reuse=True shares nothing.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
layers = tf.keras.layers
x = tf.placeholder(tf.float32, (None, 5))
with tf.variable_scope("g"):
    layers.Dense(3)(x)
with tf.variable_scope("g", reuse=True):
    layers.Dense(3)(x)
