# A Sequential that knows its input builds while layers are added, without its name.
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
layers = tf.keras.layers
model = tf.keras.Sequential([layers.Dense(3, input_shape=(5,)), layers.Dense(2)])
model(tf.placeholder(tf.float32, (None, 5)))
