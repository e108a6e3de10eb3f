# Layers of tf.layers count in the same counter, and have no name scope of Keras's.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
layers = tf.keras.layers
x = tf.placeholder(tf.float32, (None, 5))
tf.layers.dense(x, 2)
layers.Dense(3)(x)
tf.layers.dense(x, 2)
layers.Dense(3)(x)
