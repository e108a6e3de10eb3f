# A Sequential without an input shape builds under its own name at its first call.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
layers = tf.keras.layers
x = tf.placeholder(tf.float32, (None, 5))
model = tf.keras.Sequential([layers.Dense(3), layers.Dense(2)])
model(x)
model(x)
