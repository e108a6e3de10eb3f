# A name scope prefixes Keras variables, and opens as another one when entered again.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
layers = tf.keras.layers
x = tf.placeholder(tf.float32, (None, 5))
with tf.name_scope("n"):
    layers.Dense(3)(x)
with tf.name_scope("n"):
    layers.Dense(3)(x)
