# A Keras layer on an input of unknown width.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
layers = tf.keras.layers
layers.Dense(3)(tf.placeholder(tf.float32, (None, None)))
