# What merging layers give decides the width of the next kernel.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
layers = tf.keras.layers
x = tf.placeholder(tf.float32, (None, 5))
a = layers.Dense(3)(x)
b = layers.Dense(4)(x)
layers.Dense(2)(layers.Concatenate()([a, b]))
layers.Dense(2)(layers.concatenate([a, b, x]))
layers.Dense(2)(layers.Add()([a, a]))
