# Each call of a Keras layer takes a name scope, which a later layer runs into.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
layers = tf.keras.layers
x = tf.placeholder(tf.float32, (None, 5))
layer = layers.Dense(5)
layer(layer(x))
layers.Dense(2)(x)
