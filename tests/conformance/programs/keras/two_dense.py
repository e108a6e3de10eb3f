# Unnamed Keras layers in a graph are counted from zero.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
layers = tf.keras.layers
x = tf.placeholder(tf.float32, (None, 5))
layers.Dense(3)(x)
layers.Dense(4)(x)
