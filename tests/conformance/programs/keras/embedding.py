# An embedding, and a layer on what it gives.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
layers = tf.keras.layers
x = tf.placeholder(tf.int32, (None, 4))
layers.Dense(2)(layers.Embedding(10, 3)(x))
